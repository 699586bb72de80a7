"""Noisy pages of different kinds, written for these tests: what an analyst really gets when an article is copied."""

# ruff: noqa: E501 - a page has one paragraph a line

WIRE = """HARBOUR TOWNS AGREE ON WINTER FERRY AFTER TWO DAYS OF TALKS

By Ada Stone and Ben Field

   NORTHPORT, March 7 (Gazette Wire) - The two harbour towns of
Northport and Eastquay agreed on Friday to keep a shared ferry
running through the winter, ending a quarrel over its cost that
had lasted since the autumn storms.
   Under the agreement, Northport will pay for fuel and Eastquay
for the crew. The ferry will sail three times a day, and twice on
Sundays, officials of both towns said.
   "It is cheaper than a bridge and quicker than a road," Mayor
Lena Holt told reporters on the quay.

COSTS SHARED BY WEIGHT

   Freight will be charged by weight rather than by volume, which
favours the paper mill on the northern shore. The mill employs
four hundred people and had threatened to move its stock by rail.

(Reporting by Ada Stone; editing by Ben Field)
© 2025 Gazette Wire. All rights reserved.
"""

BLOG = """Home
Travel
About me

What the ferry teaches about patience

Posted on 7 March 2025
5 min read

Ferry in the morning fog

I have taken the winter ferry every week for eleven years, and I have learned more on it than in any office. The first lesson is that fog does not read timetables.

Ferry in the morning fog

The second lesson is about company

On a small deck nobody stays a stranger for long. Last week a retired pilot explained to me how he used to find the channel by the smell of the paper mill.

- Bring a thermos flask.
- Bring a book you do not mind getting wet.
- Bring patience.

Share this post
Facebook
WhatsApp

You may also like
Ten islands for a long weekend
How to pack for rain

Leave a comment
"""

MINISTRY = """Skip to main content
MINISTRY OF FISHERIES

Press release
Date: 7 March 2025

Minister opens consultation on herring quotas for the coming season

The Minister of Fisheries has opened a public consultation on the herring quotas that will apply from September. Comments may be sent until the end of May.

1. Background

The stock has recovered in the northern grounds, according to the yearly survey of the institute, but remains weak in the south.

2. Proposal

The ministry proposes the following steps:

(a) a quota of 40,000 tonnes in the north;
(b) a full stop to fishing in the southern grounds until the next survey;
(c) a fund for boats that change to other fish.

“We would rather lose one season than the stock,” the Minister said in the port on Friday.

Contact us
Privacy policy
Back to top
"""

GERMAN = """Zur Startseite
Anzeige

Fähre bleibt im Winter in Betrieb

Von Klara Muster
Stand: 7. März 2025, 18:05 Uhr

Die beiden Hafenstädte haben sich am Freitag darauf geeinigt, die gemeinsame Fähre auch im Winter fahren zu lassen. Damit endet ein Streit, der seit dem Herbst andauerte.

Lesen Sie auch: Papierfabrik droht mit Umzug

Kosten werden geteilt

Die eine Stadt zahlt den Treibstoff, die andere die Mannschaft. „Das ist billiger als eine Brücke“, sagte die Bürgermeisterin am Kai.

Artikel teilen
Kommentare (12)
Mehr zum Thema
Herbststürme richten Schäden an
"""

JAPANESE = """トップ
ニュース

冬の連絡船、運航継続で二つの港町が合意

公開日時 2025年3月7日 18:05

二つの港町は金曜日、共同で運航する連絡船を冬の間も続けることで合意した。秋の嵐から続いていた費用をめぐる対立はこれで終わる。

費用の分担

燃料費は北の町が、乗組員の費用は東の町が負担する。市長は岸壁で記者団に「橋よりも安く、道路よりも速い」と語った。

関連記事
製紙工場、移転を示唆
"""
