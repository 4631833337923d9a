"""Verbs that tell more of no noun behind them: "lay nets or sink barrels", where "repair crews" are crews.

What a sentence shares among several deeds can be told only where the second word is surely a verb, and no attribute
of a bare noun.
"""

from __future__ import annotations

from parley.text import patterns as re
from parley.text.wordlist import word_set

_PLAIN = word_set(
    "abandon abduct abet abolish absorb accept accommodate accompany accuse achieve acknowledge acquire adjust "
    "administer admit adopt afflict aggravate allocate allot allow alter amass amend annex announce annoy "
    "antagonise apply appoint apportion apprehend arouse arrange ascertain assassinate assemble assert assess "
    "assign assist assume attach attain avenge avert avoid banish beat befriend beg believe belittle bend besiege "
    "bestow betray bind blacken blindfold bombard borrow breed bribe bring broaden build bulldoze burn bury buy "
    "cancel carry cast catch cease chain chase cheat choose circulate cleanse coerce collect commandeer commend "
    "commit compel compensate compile compose conceal concede conclude condemn confer confine confirm confiscate "
    "conscript consider consult continue convene convey convict cook count create criticise cultivate curb curtail "
    "cut decide declare decline deepen deface defame defend defer define defraud defuse defy degrade deliver "
    "demolish denounce deny deploy depose deprive describe desecrate deserve destroy detach detain deter detonate "
    "develop devise dig dilute diminish disable disarm disband discharge disclose discontinue discourage discover "
    "discuss dislodge dismantle dismiss dispatch disperse displace dispose disregard disrupt distribute disturb "
    "divert divide donate drag drain drop drown dump earn eat educate eject elect employ empty enable enact "
    "encircle encourage endanger endorse enforce enlist enrich enrol ensure enter erase erect establish evacuate "
    "evade evict examine exceed exclude execute exert exhume expand expedite expel exploit expose expropriate "
    "extend extinguish extort extract extradite fabricate feed fell fetch flood follow forbid forge foster frighten "
    "fulfil furnish gather get give grant graze greet grow hang harass harm hasten hide hinder hire hoard hoist "
    "humiliate hurt identify ignore ill-treat imitate impair impede impose impound imprison improve incarcerate "
    "incite include inflame inflict inform inherit injure insert inspect install instruct insulate insult insure "
    "intensify intercept interfere intern interrogate interrupt intimidate introduce invade invent invite invoke "
    "irrigate isolate keep kidnap kill lay leave lend lengthen levy lift loosen lose maim maintain make maltreat "
    "manufacture massacre memorise mend minimise mistreat mobilise modify molest mount multiply murder mutilate "
    "nationalise negotiate notify obey observe obstruct obtain occupy omit oppose oppress ordain organise "
    "overcharge overfly overload owe paint pardon participate pave pay perform permit persecute persuade photograph "
    "pillage plough plunder poison pollute possess postpone pour praise preach prepare preserve prevent proclaim "
    "procure produce prohibit prolong promote propose prosecute protect provide provoke publish pull pulp pump "
    "punish purchase pursue push quarter raise ram ransack rape ratify raze rebuild recall receive reclaim "
    "recognise recommend reconnect reconstruct recruit redeploy redraw reduce refuse reinforce reject remind remove "
    "rename render renew renovate rent reoccupy reopen repatriate repay repeal repel replace replenish resettle "
    "resist restore restrain restrict resume resupply retain retrieve reveal ridicule rig rob ruin sabotage "
    "sacrifice salvage satisfy save scare scatter seek seize sell send serve set sever sharpen shoot shorten shut "
    "sink slander slaughter smuggle soothe sow spend spill spread spy squander starve steal stir strengthen string "
    "submit subvert sue suffer summon supervise suppress surrender swap swear swindle take tamper tap taunt teach "
    "tear terrorise threaten throw tie tolerate topple torch torment torture trample translate transmit transplant "
    "trap tyrannise undermine undo unload uproot urge use vacate vaccinate verify vilify violate wage warn weaken "
    "wear weave weigh weld widen withdraw withhold worsen write"
)
_BY_FORM = re.compile(r"[a-z]{2,}(?:ify|ise|ize)")
_STAYING = word_set("camp congregate dwell gather linger loiter lurk queue roam stroll trespass wait wander")
"""Verbs of being somewhere, and no nouns beside another verb: "enter a school or linger near one"."""
_ALONE = word_set(
    "sleep wait swim smoke drink rest pray work play sing shout talk walk ride run sail row look spy stay live"
)
"""Verbs that need no object."""
_PLACE = re.compile(r"\s+(?:at|in|inside|within|near|on|along|around|outside|before|between|among|by)\s")
_BARE_NOUN = re.compile(
    r"(?:\s+(?:up|out|off|down|away|back))?\s+(?!(?:to|from|in|at|on|by|with|for|of|into|onto|within|and|or|no|up|out|off|down|back|over|under|through|during|until|after|"
    r"before|near|along|across|against|between|without|as|is|are|who|that|which|when|if|unless)\b)[a-z]"
)


def needs_no_object(verb: str) -> bool:
    """Whether a verb in its base form is whole alone: "sleeps in barns"."""
    return verb in _ALONE or verb in _STAYING


def is_plain_verb(words: str) -> bool:
    """Whether the word that opens ``words`` can only be a verb, of the bare noun behind it: "torture captives"."""
    first = words.partition(" ")[0]
    if first in _STAYING and _PLACE.match(words, len(first)):
        return True
    if first not in _PLAIN and not _BY_FORM.fullmatch(first):
        return False
    return _BARE_NOUN.match(words, len(first)) is not None
