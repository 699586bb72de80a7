"""Words of invented news, from which articles of any length are made; no article repeats another, many are alike."""

WHO = """the harbour authority|the fisheries committee|a spokesman for the railway|the regional council|two former
inspectors|the island's only bank|the meteorological office|a coalition of growers|the customs
service|the mayor of Carnhaven|three independent auditors|the pilots' union|an adviser to the
treasury|the ferry operator|residents of the lower quarter|the electricity board|a delegation from the
northern valleys|the election commission|engineers at the dam|the teachers' federation|the constitutional
court|a panel of hydrologists|the border police|shipping brokers|the agriculture minister|a retired
diplomat|the water company|members of the audit chamber|the refinery's owners|the statistics bureau""".replace(
    "\n", " "
).split("|")

DID = """postponed|rejected|published|quietly
withdrew|defended|questioned|welcomed|signed|leaked|approved|reopened|described|refused to
discuss|promised to
revise|criticised|halved|abandoned|commissioned|translated|renegotiated|suspended|financed|delayed|summarised|amended|endorsed|ignored|underestimated|read
out|photographed""".replace("\n", " ").split("|")

WHAT = """the new tariff on imported cement|a report on fishing quotas|the timetable for the winter ferries|an
agreement on river water|the survey of the eastern breakwater|its forecast for the wheat harvest|a loan
of forty million crowns|the plan to electrify the coastal line|the list of protected wetlands|a contract
for six patrol boats|the rules on night work|an inventory of disused mines|the draft law on party
donations|a map of the flooded districts|the sale of its grain terminal|a memorandum on cross-border
schooling|the tender for a second runway|an apology to the displaced families|the minutes of the closed
session|a study of ground water beneath the capital|the ban on bottom trawling|its pension scheme|the
licence of the northern pipeline|an appeal against the verdict|the census of reindeer herds|a proposal
for shared radar stations|the inquiry into the signal failure|a subsidy for terraced vineyards|the
exchange of prisoners|the budget of the border hospital""".replace("\n", " ").split("|")

WHEN = """on Tuesday|late in March|before the session ended|for the second time this year|within hours|a week after
the storm|in a letter dated 4 May|at dawn|during the recess|shortly before midnight|without notice|three
days ago|in the first week of autumn|as the markets closed|after nine months of talks|on the eve of the
vote""".replace("\n", " ").split("|")

WHY = """citing a lack of staff|although nobody had asked for it|to the surprise of its own lawyers|because the
reservoir stood at a third of its capacity|as prices for diesel rose by 14 per cent|while the neighbours
looked on|in the hope of a quieter summer|under pressure from lenders abroad|which few in the town had
expected|despite two earlier warnings|so that the harvest could be moved in time|after the bridge at
Borsund was closed to lorries|since the old treaty lapses in 2031|leaving about 1,200 households without
an answer|on the advice of an engineer who asked not to be named|with the consent of both parliaments""".replace(
    "\n", " "
).split("|")

ASIDE = """Nobody had told the crews.|It was the cheapest of four options.|“We will read it line by line,” she
said.|The figures do not add up.|Snow had closed the pass by then.|Most of the money has already been
spent.|“It is a start, not an end,” he said.|That leaves the smaller ports with a choice.|Turnout was 61
per cent.|Some shelves were empty by noon.|The old lighthouse is to become a school.|Lawyers on both
sides called it “unusual”.|Rents have doubled since 2019.|A decision is due in June.|The cranes come from
Dorrick, the cables from abroad.|Only the northern platform was lit.|Few voters know the text.|The valley
has one road and one bus a day.|His successor has not been named.|Insurance would not have covered it.""".replace(
    "\n", " "
).split("|")

OFTEN = """The ministry did not respond to a request for comment.|The talks continue next week.|Also read: what the
treaty means for the coast|A spokeswoman declined to give details.|This is a developing story.""".replace(
    "\n", " "
).split("|")

SYLLABLES = [
    "bra",
    "dun",
    "fel",
    "gor",
    "hal",
    "jes",
    "kin",
    "lor",
    "mav",
    "nil",
    "os",
    "pre",
    "qua",
    "rin",
    "sol",
    "tev",
    "ulm",
    "vor",
    "wes",
    "yar",
    "zen",
    "eth",
]

SYNONYMS = {
    "the": "this", "new": "recent", "report": "paper", "rejected": "turned down", "published": "released",
    "signed": "concluded", "plan": "scheme", "rules": "regulations", "although": "even though", "because":
    "since",     "while": "as", "money": "funding", "town": "city", "before": "ahead of", "after": "following",
    "said": "told reporters",     "about": "roughly", "due": "expected", "old": "former", "survey": "review",
    "members": "representatives",     "shortly": "just", "abandoned": "gave up", "amended": "changed",
    "delayed": "held up", "prices": "costs",
}  # fmt: skip

INSERTED = """reportedly|according to two people familiar with the matter|once more|in effect|and with it the smaller
towns|(see the map below)|as first reported in April|for now|at least on paper|by a narrow majority""".replace(
    "\n", " "
).split("|")
