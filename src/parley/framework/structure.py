"""The parts of a framework text: headings, numbered provisions, lists, and the paragraphs in them.

Markdown and the plain texts of real agreements go through the same door. In a plain text a number
may trail the line before ("... in force. 4."), and an article's title may run into its first sentence.
"""

from __future__ import annotations

from parley.text import patterns as re

from .marks import (
    ARTICLE,
    BOLD,
    BULLET,
    CLOSING,
    COMMENT,
    DASH_BEHIND,
    HEADING,
    HEADS,
    INLINE_LETTER,
    INLINE_NUMBER,
    LETTERED,
    MODAL,
    NUMBERED,
    OPENS_SENTENCE,
    ORDINAL,
    PART,
    RESTARTS,
    RINGED,
    ROMAN,
    ROMAN_NUMBERED,
    RULE,
    SENTENCE_END,
    SIGNED,
    SUB_NUMBERED,
    TITLED,
    WORD_ID,
    arabic,
    heads_alone,
    in_brackets,
    letters,
    run_on,
)
from .parts import Block, Layout, Part, Region


def lay_out(text: str, path: str, body: int, end: int, markdown: bool) -> Layout:
    """Find the parts of ``text`` from ``body`` to ``end``; without ``markdown`` (front matter) its marks show it."""
    problems: list[str] = []
    flat = _without_comments(text, body, path, problems)
    plain = not markdown and not WORD_ID.search(flat) and not re.search(r"^#{1,6}[ \t]", flat, re.MULTILINE)
    builder = _Builder(flat, plain, path, problems)
    for first, last in _lines(flat, body, end):
        builder.line(first, last)
    builder.close()
    builder.mark_preamble()
    blanked = WORD_ID.sub(lambda match: " " * len(match.group()), flat)
    return Layout(blanked, builder.blocks, builder.parts, plain, problems)


def _without_comments(text: str, body: int, path: str, problems: list[str]) -> str:
    """The text with front matter and comments blanked; an opening that nothing closes is a problem."""
    last = text.rfind("-->", body) + 3 if "-->" in text[body:] else body  # beyond it no comment can close
    head = COMMENT.sub(lambda match: re.sub(r"[^\r\n]", " ", match.group()), text[body:last])
    if "<!--" in text[last:]:
        line = text.count("\n", 0, text.index("<!--", last)) + 1
        problems.append(f"{path}, line {line}: a comment does not end; add the missing '-->'.")
    return re.sub(r"[^\r\n]", " ", text[:body]) + head + text[last:].replace("<!--", "    ")


def _lines(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    lines = []
    while start < stop:
        end = text.find("\n", start, stop)
        if end < 0:
            end = stop
        last = end - 1 if end > start and text[end - 1] == "\r" else end
        lines.append((start, last))
        start = end + 1
    return lines


class _Builder:
    """Reads line after line and keeps where it is: section, article, provision, list."""

    def __init__(self, flat: str, plain: bool, path: str, problems: list[str]) -> None:
        self.flat, self.plain, self.path, self.problems = flat, plain, path, problems
        self.blocks: list[Block] = []
        self.parts: list[Part] = []
        self._open: Block | None = None
        self._heading: str | None = None
        self._article: str | None = None
        self._restarts = len(RESTARTS.findall(flat)) > 1
        """Whether the numbers of paragraphs begin anew under each heading with a number."""
        self._runs_on, self._by_letter = run_on(flat), letters(flat)
        self._headed = len(HEADS.findall(flat)) > 1
        """Whether the text has headings of its own below its title."""
        self._titled: tuple[int, int, str] | None = None
        """A heading with a number and no word for what it heads ("2. The truce"), with its place."""
        self._top: int | None = None  # the numbered provision, or the article, that we are in
        self._section: int | None = None
        self._letters: list[str] = []
        self._expected = 1
        self._closing = False
        self._blank = True
        self._ringed = 0  # the last number in round brackets that began a paragraph
        self._list_intro: int | None = None
        self._intro_depth = -1  # how far the item that introduces a list is indented; -1 for a paragraph
        self._bullet: int | None = None  # how far the last block is indented, where it is an item with a mark

    # --- lines -------------------------------------------------------------------------------

    def line(self, start: int, end: int) -> None:
        words = self.flat[start:end]
        if not words.strip() or RULE.fullmatch(words):
            self.close()
            self._blank = True
            return
        heading = HEADING.fullmatch(words)
        if heading is None and self._blank and not self._headed:
            bold = BOLD.fullmatch(words)
            heading = bold if bold and not (bold["title"].endswith(".") and MODAL.search(bold["title"])) else None
        if heading:
            self._head(start + heading.start("title"), start + heading.end("title"))
        elif self.plain:
            self._plain_line(start, end)
        else:
            self._marked(start, end)
        self._blank = False

    def _plain_line(self, start: int, end: int) -> None:
        part = PART.match(self.flat, start, end)
        if part and part.end() > start and part.end() - start < 200:
            self.close()
            self._block(Region.HEADING, start, part.end(), None)
            start = part.end()
            if start >= end:
                return
        for first, last in self._cut_at_numbers(start, end):
            dash = DASH_BEHIND.search(self.flat, first, last)
            if dash:
                self._marked(first, dash.start())
                first = dash.end()
            self._marked(first, last)

    def _cut_at_numbers(self, start: int, end: int) -> list[tuple[int, int]]:
        """A plain line in pieces, each beginning with the number that is due next."""
        cuts, expected = [start], self._expected
        leading = NUMBERED.match(self.flat, start, end)
        if leading and leading["number"] == str(expected):
            expected += 1
        for match in INLINE_NUMBER.finditer(self.flat, start, end):
            if match.start() == start or int(match["number"]) != expected:
                continue
            if expected == 1 or SENTENCE_END.search(self.flat, max(start, match.start() - 8), match.start()):
                cuts.append(match.start())
                expected += 1
        return [(first, last) for first, last in zip(cuts, [*cuts[1:], end], strict=True) if first < last]

    def _marked(self, start: int, end: int) -> None:
        """A line, or a piece of one, that may begin with a number, a letter or a bullet."""
        article = ARTICLE.match(self.flat, start, end)
        if article and (self._blank or self.plain or self._open is None):
            self._open_article(start, article, end)
            return
        signed = SIGNED.match(self.flat, start, end)
        number = (signed["sign"] or signed["word"]) if signed else ""
        if signed and self._may_begin(number):
            self._open_number(signed, number, end)
            return
        sub = SUB_NUMBERED.match(self.flat, start, end)
        numbered = sub or NUMBERED.match(self.flat, start, end)
        if numbered and (sub or self._may_begin(numbered["number"])):
            self._open_number(numbered, numbered["number"], end)
            return
        ringed = RINGED.match(self.flat, start, end)
        if ringed and self._is_paragraph(ringed["number"]):
            self._ringed = int(ringed["number"])
            self._open_number(ringed, ringed["number"], end)
            return
        romans = ROMAN_NUMBERED.match(self.flat, start, end) if self._article and self._blank else None
        if romans and arabic(romans["number"]) == str(self._expected):
            self._open_number(romans, str(self._expected), end)
            return
        lettered = LETTERED.match(self.flat, start, end)
        if lettered and self._letter_fits(lettered):
            self._open_letter(lettered, end)
            return
        bullet = BULLET.match(self.flat, start, end)
        if bullet and (not self.plain or self._blank or self._open is None or self._list_starts() or self._in_list()):
            self._open_bullet(bullet.end(), end, bullet.end() - start)
            return
        if CLOSING.match(self.flat[start:end].strip(" *_")):
            self.close()
            self._closing = True
        if self.plain and self._open is not None and self._list_starts():
            self._open_bullet(start, end)
        elif self._open is None or self._list_is_over():
            self.close()
            self._open_plain(start, end)
        else:
            self._extend(end)

    def _in_list(self) -> bool:
        return self._list_intro is not None or self._bullet is not None

    def _list_starts(self) -> bool:
        """Whether what stands open ends like the introduction or an item of a list."""
        if self._open is None:
            return False
        if self.plain and in_brackets(self.flat, self._open.start, self._open.end):
            return False
        tail = self.flat[max(self._open.start, self._open.end - 12) : self._open.end].rstrip(" *\r\n")
        if self.plain and self._open.intro is not None and tail.endswith(":"):
            return False  # an item's own words go on: "for the troops: | from the line;"
        return tail.endswith((":", ";", ";\nand", ";\nor", "; and", "; or", "\nand", ";\nand,"))

    def _list_is_over(self) -> bool:
        """Whether, in a plain text, an item that stands open has ended its list: the next line is a paragraph."""
        if not self.plain or self._open is None or self._open.intro is None:
            return False
        return self.flat[self._open.start : self._open.end].rstrip(" *\r\n").endswith(".")

    def _may_begin(self, number: str) -> bool:
        """A number in the middle of a paragraph begins a provision only if it is the one due next."""
        if self._blank or self._open is None:
            return True
        first = number.split(".")[0]
        if not first.isdecimal():  # "B.2", of a section B; "2a", put in between
            return SENTENCE_END.search(self.flat[self._open.start : self._open.end]) is not None
        if first == str(self._expected) or ("." in number and int(first) in (self._expected, self._expected - 1)):
            return True
        return not self.plain and bool(SENTENCE_END.search(self.flat[self._open.start : self._open.end]))

    def _is_paragraph(self, number: str) -> bool:
        """Whether "(3)" begins the third paragraph of an article, of a heading with a number, or of a text whose
        paragraphs are numbered through; not in a list.
        """
        expected = self._expected if self._article is not None else 1
        through = self._blank and not self.plain and int(number) == self._ringed + 1
        if (int(number) != expected and not through) or self._introduces():
            return False
        if self._article is None and self._titled is not None:
            start, end, title = self._titled
            self._section = self._part(start, end, title, None)
            self._article = title
        return self._article is not None or through

    def _introduces(self) -> bool:
        """Whether what stands before ends like the introduction of a list."""
        before = self._open or (self.blocks[-1] if self.blocks else None)
        return before is not None and self.flat[before.start : before.end].rstrip(" *\r\n").endswith((":", ";", ","))

    def _letter_fits(self, lettered: re.Match[str]) -> bool:
        if lettered["dot"]:  # "b." is a letter of a list only where it is due
            due = chr(ord(self._letters[-1]) + 1) if self._letters and len(self._letters[-1]) == 1 else "a"
            return lettered["dot"] == due and (bool(self._letters) or self._blank)
        return bool(self._letters) or (lettered["round"] or lettered["half"]) in ("a", "i")

    # --- what opens --------------------------------------------------------------------------

    def _head(self, start: int, end: int) -> None:
        self.close()
        title = self.flat[start:end]
        word_id = WORD_ID.search(title)
        plain_title = WORD_ID.sub("", title).strip().strip("*").strip()
        self._leave()
        self._closing = bool(CLOSING.match(plain_title))
        article = None if self._runs_on else ARTICLE.match(plain_title)
        titled = (
            None if article else TITLED.match(plain_title) or (ORDINAL.match(plain_title) if self._restarts else None)
        )
        article = article or (titled if self._restarts else None) or self._heads(plain_title, end)
        number = article["number"] if article else None
        self._titled = (start, end, titled["number"]) if titled and not self._restarts else None
        self._article = None
        self._heading = plain_title or None
        self._block(Region.HEADING, start, word_id.start() + start if word_id else end, None)
        if article or word_id:
            self._section = self._part(start, end, self._arabic(number) if number else None, None)
            self.parts[self._section].word_id = word_id[1] if word_id else None
            self._top = self._section if article else None
            if article:
                self._article, self._expected = self._arabic(article["number"]), 1
        else:
            self._section = None

    def _heads(self, title: str, end: int) -> re.Match[str] | None:
        return None if self._runs_on else heads_alone(self.flat, title, end, self._by_letter)

    def _arabic(self, number: str) -> str:
        return number if self._by_letter and len(number) == 1 else arabic(number)

    def _open_article(self, start: int, article: re.Match[str], end: int) -> None:
        self.close()
        self._leave()
        self._closing = False
        number = arabic(article["number"])
        text_starts = self._end_of_title(article.end(), end) if self.plain else article.end()
        self._article, self._expected = number, 1
        self._heading = self.flat[start:text_starts].strip() if self.plain else self._heading
        self._top = self._section = self._part(start, end, number, None)
        if self.plain and text_starts > article.end():
            self._block(Region.HEADING, start, text_starts, self._top)
        if text_starts < end:
            self._begin(text_starts, end, self._top)

    def _end_of_title(self, start: int, end: int) -> int:
        """Where the title of an article ends and its first sentence begins, on one line."""
        modal = MODAL.search(self.flat, start, end)
        if not modal:
            return end
        openers = [match.start() for match in OPENS_SENTENCE.finditer(self.flat, start + 1, modal.start() + 1)]
        return openers[-1] if openers else start

    def _open_number(self, match: re.Match[str], number: str, end: int) -> None:
        self.close()
        number = "".join(number.split())
        self._letters.clear()
        self._list_intro = None
        if number.split(".")[0].isdecimal():
            self._expected = int(number.split(".")[0]) + 1
        front, dot, rest = number.partition(".")
        if (
            dot
            and not front.isdecimal()
            and self._article
            and ROMAN.fullmatch(front)
            and arabic(front) == self._article
        ):
            number = f"{self._article}.{rest}"  # "II.3", of Article II
        parent = self._numbered_parent(number)
        if self._article and "." not in number and "(" not in number:
            number = f"{self._article}({number})"
        self._top = self._part(match.start(), end, number, parent)
        self._closing = False
        self._begin(match.end(), end, self._top)

    def _numbered_parent(self, number: str) -> int | None:
        """The provision that holds this one: 3 for 3.1, the article for a paragraph in it."""
        stem = re.sub(r"(?:\.\d+|\([a-z]+\))\Z", "", number)
        if stem != number:
            for index in range(len(self.parts) - 1, max(-1, len(self.parts) - 60), -1):
                if self.parts[index].number == stem:
                    return index
        return self._section if self._article else None

    def _open_letter(self, match: re.Match[str], end: int) -> None:
        letter = match["round"] or match["half"] or match["dot"]
        intro = self._intro()
        self.close()
        roman = bool(self._letters) and letter in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
        if roman and len(letter) == 1 and len(self._letters) == 1 and ord(letter) == ord(self._letters[0]) + 1:
            roman = False  # (i) after (h) is the ninth letter
        self._letters = [self._letters[0], letter] if roman else [letter]
        base = self.parts[self._top].number if self._top is not None else None
        number = (base or "") + "".join(f"({each})" for each in self._letters)
        index = self._part(match.start(), end, number, self._top)
        self._begin(match.end(), end, index, intro)

    def _open_bullet(self, start: int, end: int, depth: int | None = None) -> None:
        """An item; ``depth`` tells which items stand beside one another and which below, where they have marks."""
        above = -1 if self._bullet is None else self._bullet
        if depth is not None and depth <= self._intro_depth:
            self._list_intro = None
        if self._list_intro is None:
            self._intro_depth = above
        beside = self._list_intro is None and depth is not None and depth <= above
        intro = None if beside else self._intro()
        if intro is None:
            self._intro_depth = -1
        self.close()
        lettered = None if intro is None else LETTERED.match(self.flat, start, end)
        whose = self._current() if intro is None else self.blocks[intro].provision
        self._begin(lettered.end() if lettered else start, end, whose, intro)
        self._bullet = depth

    def _open_plain(self, start: int, end: int) -> None:
        if not self.flat[start:end].startswith((" ", "\t")):
            self._letters.clear()
            self._list_intro = None
        self._begin(start, end, self._current())

    def _current(self) -> int | None:
        return self._top if self._top is not None else self._section

    def _intro(self) -> int | None:
        """The block that introduces the list whose next item opens now."""
        last = len(self.blocks) - 1 if self._open is None else len(self.blocks)
        if self._list_intro is None:
            block = self._open or (self.blocks[-1] if self.blocks else None)
            if block is None or block.region is not Region.BODY or block.intro is not None:
                return None
            tail = self.flat[block.start : block.end].rstrip(" *\r\n")
            if not tail.endswith((":", "—", "–", " -")) and tail[-1:] in ".;!?":
                return None
            self._list_intro = last
        return self._list_intro

    # --- blocks and parts --------------------------------------------------------------------

    def _part(self, start: int, end: int, number: str | None, parent: int | None) -> int:
        self.parts.append(Part(start, end, number, None, self._heading, parent))
        return len(self.parts) - 1

    def _begin(self, start: int, end: int, provision: int | None, intro: int | None = None) -> None:
        region = Region.CLOSING if self._closing else Region.BODY
        self._bullet = None
        self._open = Block(region, start, start, provision, intro)
        self._extend(end)

    def _extend(self, end: int) -> None:
        assert self._open is not None
        self._open.end = end
        self._reach(self._open.provision, end)

    def _reach(self, part: int | None, end: int) -> None:
        while part is not None:
            self.parts[part].end = max(self.parts[part].end, end)
            part = self.parts[part].parent

    def _block(self, region: Region, start: int, end: int, provision: int | None) -> None:
        if self.flat[start:end].strip():
            self.blocks.append(Block(region, start, end, provision))

    def close(self) -> None:
        """End the block that stands open: its word id names its provision, inline lists fall apart."""
        block, self._open = self._open, None
        if block is None:
            return
        found = WORD_ID.search(self.flat, block.start, block.end)
        if found:
            if block.provision is None or self.parts[block.provision].word_id is not None:
                block.provision = self._part(block.start, block.end, None, None)
            self.parts[block.provision].word_id = found[1]
        if not self.flat[block.start : block.end].strip():
            return
        self._split_inline_list(block)

    def _split_inline_list(self, block: Block) -> None:
        """``... shall: (a) ...; (b) ...`` within one paragraph becomes an introduction and items."""
        letters = list(INLINE_LETTER.finditer(self.flat, block.start, block.end))
        in_order = [chr(ord("a") + index) for index in range(len(letters))]
        if len(letters) < 2 or len(letters) > 26 or [match["letter"] for match in letters] != in_order:
            self.blocks.append(block)
            return
        intro = len(self.blocks)
        self.blocks.append(Block(block.region, block.start, letters[0].start(), block.provision, block.intro))
        base = self.parts[block.provision].number if block.provision is not None else None
        ends = [*(match.start() for match in letters[1:]), block.end]
        for match, end in zip(letters, ends, strict=True):
            number = f"{base or ''}({match['letter']})"
            part = self._part(match.start() + 1, end, number, block.provision)
            self.blocks.append(Block(block.region, match.end(), end, part, intro))

    def _leave(self) -> None:
        self._top = None
        self._letters.clear()
        self._list_intro = None

    def mark_preamble(self) -> None:
        """What stands before the first numbered provision, or heading below the title, is preamble."""
        headings = [block for block in self.blocks if block.region is Region.HEADING]
        first = next((block for block in self.blocks if block.provision is not None), None)
        second = headings[1] if len(headings) > 1 else None
        bounds = [block.start for block in (first, second) if block is not None]
        if not bounds:
            return
        for block in self.blocks:
            if block.region is Region.BODY and block.start < min(bounds):
                block.region = Region.PREAMBLE
