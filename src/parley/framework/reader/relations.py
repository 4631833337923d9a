"""What joins a deed to a place: the words of each relation, the nouns that name places, the acts that go somewhere."""

from __future__ import annotations

from parley.model import Relation
from parley.text import patterns as re
from parley.text.wordlist import word_set

SPATIAL = (
    r"zones?|areas?|lines?|corridors?|sectors?|regions?|gulf|sea|seas|ports?|districts?|provinces?|airspace|"
    r"territory|"
    r"territories|territorial waters|waters|strip|valley|river|bridges?|straits?|bay|borders?|roads?|routes?|"
    r"air\s+space|towns?|"
    r"villages?|city|cities|crossings?|crossing points?|sites?|settlements?|locations?|positions?|boundary|buffer|"
    r"hospitals?|schools?|houses|homes|camps?|bases|base|barracks|premises|buildings?|facilities|facility|"
    r"installations|depots?|streets?|"
    r"squares?|airports?|airfields?|harbours?|country|countries|islands?|mountains?|hills?|farmland|"
    r"places? of (?:permanent |their )?\w+|places|localities|locality|"
    r"neighbourhoods?|checkpoints?|posts?|garrisons?|cantonments?|peninsula|perimeter|canal|highway|railway|"
    r"enclaves?|enclosures?|clinics?|church(?:es)?|mosques?|shrines?|temples?|monaster(?:y|ies)|cemeter(?:y|ies)|"
    r"universit(?:y|ies)|kindergartens?|dwellings?|residences?|dams?|reservoirs?|factor(?:y|ies)|plants?|warehouses?|"
    r"fortress(?:es)?|forts?|citadel|strongholds?|trenches|bunkers?|outposts?|hilltops?|refiner(?:y|ies)|terminals?|"
    r"banks?|ridges?|fords?|junctions?|crossroads|tunnels?|piers?|quays?|docks?|jett(?:y|ies)|lakes?|beach(?:es)?|"
    r"estuary|delta|fairway|anchorages?|runways?|airstrips?|wells?|"
    r"municipalities|municipality|county|counties|state|states|capital|front|sides of the line|interior|"
    r"juxtaposition|outskirts|infrastructure|"
    r"coasts?|coastline|shores?|points|hamlets?|farms?|parks?|markets?|"
    r"limits|barriers?|landings?|tracks?|paths?|height|causeways?|slopes?|islets?|fences?|ferr(?:y|ies)|wharf|wharves|mills?|"
    r"communes?|parish(?:es)?|cantons?|prefectures?|wards?|boroughs?|suburbs?|narrows|brooks?|streams?|creeks?|capes?|headlands?|"
    r"pastures?|meadows?|vineyards?|orchards?|gardens?|terraces?|gorges?|channels?|reefs?|shoals?|plains?|plateaux?|woods?|groves?|deserts?|marsh(?:es)?|swamps?|lagoons?|fjords?|inlets?|"
    r"roadsteads?|moorings?|berths?|stockades?|ramparts?|minefields?|cable|pipelines?|hinterland|foothills|isthmus|archipelago|"
    r"locks|sluices?|weirs?|gates?|roofs|rooftops|towers|heights|fields|forests?|quarters|yards?|prisons?|"
    r"(?:customs|court|guard|boat|pump|power|store|ware|light)[\s\-]?houses?|(?:town|city|village)\s+halls?|(?:post|head|field)\s+offices?|"
    r"meridians?|parallels?|highlands|lowlands|uplands|guest[\s\-]?houses?|platforms?|waterways?|huts?|caves?|"
    r"cellars?|stables?|silos?|granar(?:y|ies)|sheds?|lofts?|chapels?|bazaars?|courtyards?|alleys?|ravines?|gull(?:y|ies)|ponds?|"
    r"belts?|frontiers?|spits?|sandbanks?|dunes|moors|quarr(?:y|ies)|lawns?|barns?|(?<!\bin\s)(?<!\bon\s)(?<!\bby\s)(?<!\bto\s)land|"
    r"headquarters|polling stations?|stations?|scene|spot|places? (?:concerned|affected|in question)"
)
_OFF = r"(?<!and )(?<!cut )(?<!set )off(?=\s+(?:the\s+)?(?:coasts?|shores?|capes?|islands?|reefs?|mouth|(?-i:[A-Z])))"
"""Out at sea near a coast; no part of a verb."""
_WHERE = (
    r"(?:in|inside|within|at|on|upon|over|above|under|beneath|below|near|beside|behind|across|along|around|through|into|onto|"
    r"outside|beyond|before|off|by)"
)
_COMPASS = r"(?:(?:immediately|directly|due)\s+)?(?:to\s+the\s+)?"
RELATIONS = (
    (
        re.compile(  # "under or beside hospitals", "at, over or across the Zone"
            rf"\b(?:from|{_WHERE})(?:\s*,\s*{_WHERE})*,?\s+(?:and|or)\s+(?:in\s+the\s+vicinity\s+of|close\s+to|next\s+to|within\s+(?:sight|range|view)\s+of|{_WHERE}),?\s+",
            re.IGNORECASE,
        ),
        Relation.NEAR,
    ),
    (re.compile(r"\b(?:across|over the other side of)\s+", re.IGNORECASE), Relation.ACROSS),
    (re.compile(rf"\b{_COMPASS}north(?:wards?)?\s+of\s+", re.IGNORECASE), Relation.NORTH_OF),
    (re.compile(rf"\b{_COMPASS}south(?:wards?)?\s+of\s+", re.IGNORECASE), Relation.SOUTH_OF),
    (re.compile(rf"\b{_COMPASS}east(?:wards?)?\s+of\s+", re.IGNORECASE), Relation.EAST_OF),
    (re.compile(rf"\b{_COMPASS}west(?:wards?)?\s+of\s+", re.IGNORECASE), Relation.WEST_OF),
    (re.compile(r"\b(?:(?<!\bthe\s)outside(?:\s+of)?|out\s+of)\s+", re.IGNORECASE), Relation.OUTSIDE),
    (
        re.compile(
            rf"\b(?:(?:right\s+)?next\s+to|{_OFF}|(?:to\s+)?(?:inshore|offshore|seaward|landward|shoreward|leeward|windward|inland|upstream|downstream|upriver|downriver)s?\s+(?:of|from)|at\s+the\s+(?:edges?|foot|mouth|head|entrance|approaches|gates?|end|top|bottom)\s+(?:of|to)|"
            r"on\s+the\s+(?:(?:out|in)side|edges?|outskirts|fringes?|approaches|hither\s+side|near\s+side)\s+(?:of|to)|"
            r"on\s+(?:its|their|his|one['’]s)\s+(?:own|respective)\s+sides?\s+of|"
            r"(?:with)?in\s+(?:the\s+)?(?:vicinity|neighbou?rhood|sight|range|reach|view|earshot|hail|shot|gunshot|direction|approaches|rear|"
            r"lee|surroundings|immediate\s+vicinity)\s+(?:of|to)|in\s+front\s+of|around|near|close\s+to|beneath|beside|alongside|underneath|"
            r"under(?!\s+(?:the\s+)?(?:command|control|supervision|protection|terms|age|cover|guard|escort|seals?|arms|oath)\b|\s+(?:[\w\-]+\s+){0,2}(?:locks?|keys?|seals?|flags?)\b)|below|opposite|abreast\s+of|adjacent\s+to|astride|"
            r"amid(?:st)?|bordering|(?:with)?in\s+(?:(?:an?|half\s+an?|[a-z\-]+|\d+)\s+)?(?:cables?(?:['’]?\s+lengths?)?|yards?|paces|leagues?|furlongs?|fathoms?|steps|feet|(?:cannon|rifle|gun|bow|musket)-?\s?shot|"
            r"(?:mortar|rifle|small-arms|artillery)\s+range)\s+(?:of|from)|(?:nearer|closer)\s+than\s+(?:an?|half\s+an?|[a-z\-]+|\d+)\s+(?:cables?|yards?|paces|leagues?|steps|feet|(?:cannon|rifle|gun|musket)-?\s?shot)\s+(?:to|from)|short\s+of|(?:for|rear)ward\s+of|(?:to|in)\s+the\s+rear\s+of|between(?=\s+(?:the|these|those)\s+(?:two|three)\s)|via|by\s+way\s+of|around\s+the\s+edges?\s+of)\s+",
            re.IGNORECASE,
        ),
        Relation.NEAR,
    ),
    (
        re.compile(
            r"\bby\s+(?=(?:the|its|their|any|either)\s+(?:[\w\-]+\s+){0,2}(?:roads?|routes?|gates?|bridges?|tracks?|paths?|fords?|pass|crossings?|lanes?|"
            r"coast|railway|canal|channel|tunnel|streets?|doors?|entrance)\b(?:\s*(?:[,;.\0]|\Z)|\s+(?:and|or|on|at|in|to|from|until|every|of|only|within|between|for)\b))",
            re.IGNORECASE,
        ),
        Relation.NEAR,
    ),
    (
        re.compile(
            r"\b(?:along(?:\s+and\s+around)?|on\s+(?:both|either|each|the\s+two)\s+(?:sides?|banks?|shores?)\s+of|up\s+and\s+down|the\s+length\s+of|all\s+along)\s+",
            re.IGNORECASE,
        ),
        Relation.ALONG,
    ),
    (
        re.compile(r"\b(?:to\s+)?(?:behind|beyond|on\s+the\s+(?:far|other)\s+side\s+of)\s+", re.IGNORECASE),
        Relation.BEHIND,
    ),
    (
        re.compile(
            r"\b(?:any\s?where\s+)?(?:inside|into|within(?:\s+the\s+(?:limits|boundaries|borders)\s+of)?|throughout|through|in|(?:in\s+the\s+air\s+)?(?:over|above(?=\s+the\s))|at|aboard|on\s+board|"
            r"(?:any\s*where\s+)?(?:in|on)\s+the\s+territory\s+of(?!\s+(?:the\s+other|each\s+other|either|any)\b)|"
            r"on(?=\s+the\s+territory\s+of\s+(?:the\s+other|each\s+other|either|any)\b)|"
            r"on(?=\s+(?:the\s+)?(?:[\w\-]+\s+){0,2}(?:territory|high\s+seas|roofs|rooftops|towers|heights?|hills?|roads?|tracks?|paths?|highways?|islands?|railways?|banks?|borders?|streets?|lakes?|slopes?|ridges?|shores?|"
            r"pass|quays?|piers?|wharf|beach(?:es)?|coasts?|plains?|plateau|dams?|squares?|premises|sites?|islets?|frontiers?|causeways?|"
            r"rivers?|sandbanks?|spits?|dunes|moors|fields?|meadows?|pastures?|farms?|fords?|platforms?|runways?|land|reefs?|peaks?|hilltops?|edges?|bridges?|buildings?|gates?|"
            r"ferr(?:y|ies)|barriers?|fences?)\b)|on(?=\s+(?-i:[A-Z])))\s+",
            re.IGNORECASE,
        ),
        Relation.IN,
    ),
)
NO_PLACE = re.compile(
    r"(?:(?:Article|Point|Paragraph|Section|Chapter|Clause|Item|Rule)s?\s+\d|(?:the\s+)?(?:(?:VHF|HF|UHF|radio|marine|working|guard)\s+)?(?:channels?|frequenc(?:y|ies))\s+\d[\d.]*|whose|which|sea|the\s+air(?!\s*space)|the\s+ground|land|night|once|least|most|all\s+(?:times|levels)|any\s+time|the\s+latest|"
    r"the\s+(?:same\s+)?time|noon|midnight|[a-z]{3,}ing\s+(?:the|its|their|his|an?|any|all)|"
    r"an?\s+(?:height|altitude|depth|speed|distance|rate|price|cost|level|angle)\s+of|(?:the|its|their|his|her)\s+(?:[a-z]+\s+)?(?:grade|rank|rate|price|discretion|request)|"
    r"line|accordance|order|place|places|fact|case|view|front|state|position|base(?!\s+\d)|post(?!\s+\d)|sight|detail|"
    r"the\s+(?:framework|course|event|spirit|"
    r"interests?|case|implementation|discharge|process|field|media)|any\s+case|no\s+case|good\s+faith|a\s+state|"
    r"a\s+position)\b(?!\s+of\s+(?:residence|detention|worship))",
    re.IGNORECASE,
)
"""What follows "in" and "at" and is no place, whatever its noun."""
FROM_TO = re.compile(
    r"\b(?:roads?|routes?|highway|railway|pipeline|corridor|line|track|bridge)\s+from\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)*\s\Z"
)
"""The road "from Tarn to Velm" says where neither begins nor ends what is done."""
TO = (
    (
        re.compile(
            r"\b(?:(?:back\s+)?(?:up\s+to|as\s+far\s+(?:back\s+)?as|down\s+to|out\s+to)|towards?|in\s+the\s+direction\s+of)\s+",
            re.IGNORECASE,
        ),
        Relation.NEAR,
    ),
    (re.compile(r"\b(?:(?:back\s+)?to|onto)\s+", re.IGNORECASE), Relation.IN),
)
"""Where somebody or something that moves is to be in the end, or how far it goes."""
BETWEEN = (re.compile(r"\bbetween\s+", re.IGNORECASE), Relation.NEAR)
FROM_WITHIN = (re.compile(r"\b(?:from(?:\s+(?:within|inside))?|out\s+of)\s+", re.IGNORECASE), Relation.IN)
"""Where somebody stands who fires or launches: "from the villages"."""
SHOOTING = frozenset({"fire", "shell", "attack", "launch", "strike", "overfly", "jam"})
MOVES = word_set(
    "deploy withdraw return move canton store escort enter place tow advance send carry ferry transport "
    "travel sail drive cross dispatch admit retire retreat bring ship transfer"
)
"""Acts whose "to" says where somebody or something is to be in the end."""
HELD_AT = word_set(
    "meet assemble release exchange deliver deploy transfer canton store sign establish hold land moor build place "
    "hold-positions maintain convene count stay negotiate consult train"
)
"""Acts whose "at Tarn" says where they are done, and describes no thing."""
LINE = re.compile(
    r"\b(?:lines?|borders?|boundary|boundaries)\b(?!\s+(?:\w+\s+)?(?:zones?|belts?|areas?|strips?|sectors?|districts?|regions?|lands?|villages?)\b)",
    re.IGNORECASE,
)
"""What has two sides and no outside."""
LEAVING = (
    re.compile(
        r"\b(?:from(?:\s+(?:between|behind|under|beneath|within|inside|among|beyond))?|"
        r"off(?=\s+(?:the|its|their|(?-i:[A-Z]))))\s+",
        re.IGNORECASE,
    ),
    Relation.OUTSIDE,
)
RUNS_ON = re.compile(
    r"(?:\s+(?!(?:and|or|nor|of|in|on|at|to|from|by|with|for|within|without|until|till|unless|except|if|when|while|where|after|before|during|every|"
    r"each|as|no|not|only|also|both|near|under|over|through|along|across|behind|beyond|between|above|below|opposite|beside|into|outside|"
    r"inside|around|against|per|via|than|that|which|who|whose|is|are|was|were|shall|must|may|will|can|has|have|the|an?|all|any|its|"
    r"their|this|these|those|such|it|they|he|she|once|twice|north|south|east|west|there|here|again|together|alone|free|open|clear|"
    r"due|so|since|forthwith|pending|save|upon|off|up|down|out|back|about|then|first|last|next|held|kept|left|laid|shown|drawn|set|given|how|why|what|whether|overnight|"
    r"[a-z]+(?:ed|ing|ly|wards?|[aiou]ct|nt|st)|one|two|three|four|five|six|seven|eight|nine|ten)\b)[a-z][a-z\-]+){1,2}"
)
"""Nouns that go on behind what would be a place: "across the river | mouth", "in the harbour | quarter"."""
PART_OF = re.compile(
    r"(?:the|either|each|its|their)\s+(?:[\w\-]+\s+)?(?:edges?|ends?|sides?|half|parts?|rims?|flanks?|entrances?|mouth|foot|head|centre|middle|corners?|"
    r"tip|approaches|outskirts|banks?|shores?|coasts?|stretch|sections?|portions?|limits?|perimeter|third|quarter|tributaries|slopes?|houses|"
    r"streets|waters|vicinity|surroundings|interior|roofs?|crest|top)\s+of\s+"
)
ABOVE = re.compile(r"(?:over|above|across)\s", re.IGNORECASE)
"""What is flown over is a place, whatever it is: "over the patrols", "over Tarn"."""
NAMED = re.compile(
    rf"(?:(?:any|all|each|both|one)\s+of\s+)?(?:(?:the|that|this|an?|any|each|either|its|"
    rf"their)\s+)?(?P<name>(?:(?!(?:and|or|of|from|to|by|in|on|with|an?|"
    rf"the|order|between|lying|situated|located|standing|running|leading|near|at|for|under|over|along|across|behind|that|which)\b)[\w’'\-]+\s+){{0,4}}"
    rf"(?:(?-i:River|Lake|Mount|Cape|Isle|Camp|Port|Fort|Zone|Sector|Area|Route|Point|Gate|Road|Highway|Site|Base)\s+(?-i:[A-Z]|\d)[\w\-]*|"
    rf"{SPATIAL})(?![\w\-])(?:\s+\d{{1,3}}(?=\s*(?:[,;.\0]|\Z)|\s+(?:and|or|by|with|on|from|to|in|at|within|until|only|for|as|every|each|if|unless)\b)|(?!\s+(?:with|councils?|committees?|authorit\w+|officials?|commanders?|mayors?|guards?|police|offices?|boards?|"
    rf"assembl\w+|governments?|leaders?|elders?|masters?|residents?|officers?|courts?|clerks?|wardens?)\b))(?:\s+of\s+(?:the\s+)?(?:(?-i:[A-Z])[\w\-]*|contact|separation|"
    rf"demarcation|control)(?:\s+(?-i:[A-Z])[\w\-]*)*"
    r"(?:\s+and\s+(?-i:[A-Z])[\w\-]*(?:\s+(?-i:[A-Z])[\w\-]*)*\s+(?:regions|districts|provinces|oblasts?)"
    r"(?:\s+of\s+(?-i:[A-Z])[\w\-]*)?)?)?)",
    re.IGNORECASE,
)
SHOWN = re.compile(
    r",?\s*(?:\(?\s*(?:as\s+)?(?:shown|drawn|described|defined|set out|marked|listed|named|indicated|specified)\s+"
    r"(?:in|on)\s+(?:the\s+map\s+(?:in|at)\s+)?"
    r"(?:Annex(?:es)?|Appendix|Article|Map)\s+[A-Z0-9]+\)?)"
    r"|,?\s+(?:limited|bounded|delimited|formed|"
    r"enclosed)\s+by\s+(?:the\s+)?[^,;.]+(?:,\s+(?:and\s+)?(?-i:[A-Z])[\w\-]+)*"
    r"|\s+(?:that\s+|which\s+)?they\s+(?:now\s+|currently\s+)?(?:occupy|hold|held|occupied|have\s+occupied|"
    r"control)\b[^,;\0]*"
    r"|\s+(?:held|occupied|manned)\b[^,;\0]*"
    r"|\s+under\s+(?:its|their)\s+control|\s+of\s+\d+\s*-?(?:km|kilomet\w+)\s+width"
    r"|\s+\d[\d.,]*\s*(?:km|m|kilomet\w+|met\w+)\s+(?:wide|deep|long|broad)(?:\s+on\s+(?:each|either|both)\s+sides?\s+of\s+"
    r"(?:the\s+)?(?-i:[A-Z])[\w\-]*(?:\s+(?-i:[A-Z])[\w\-]*)*)?"
)
SO_FAR_FROM = re.compile(r"\s+(?:short|forward|rearward|ahead|in\s+front|to\s+the\s+rear)\s+of\s+")
"""Behind a distance: on which side of something one stops or stands."""
LAST_OF_ROW = re.compile(r",?\s+(?:and|or)\s+(?P<name>[a-z]+s)(?=\s*(?:[,;.\0]|\Z))")
"""The last of a row of places, which may be any noun: "in mosques, schools and newspapers"."""
CLOSER_TO = re.compile(
    r"\b(?P<no>(?:no|not)\s+)?(?:any\s+)?(?:closer|nearer)\s+to\s+(?P<of>(?!(?:by|at|to|of)\b)[\w\-]+(?:\s+(?!(?:by|at|to)\b)[\w\-]+){0,5}?)\s+than\s+$",
    re.IGNORECASE,
)
"""Before a distance: "no closer to the Line than 25 km"."""
AWAY_BY = re.compile(
    r"\s*(?P<of>(?!(?:by|at|to|of)\b)[\w\-]+(?:\s+(?!(?:by|at|to)\b)[\w\-]+){0,5}?)\s+by\s+(?:at\s+least\s+|(?:no|not)\s+less\s+than\s+)?$",
    re.IGNORECASE,
)
"""Behind "keep clear of": "the lane by at least 5 nautical miles"."""
NO_ENDS = re.compile(
    r"(?:prisoners|detainees|families|family|relatives|persons|people|children|parents|commanders?|part(?:y|ies)|sides?|officers?|crews|troops|forces|"
    r"soldiers|farmers|villagers|communities|staffs?|teams?|authorities|governments?|banks?|lawyers?|clients?)\Z"
)
"""Between these is no place: what stands before is theirs."""
