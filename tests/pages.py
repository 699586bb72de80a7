"""Pages of HTML written for these tests, as news sites, ministries and blogs send them."""

# ruff: noqa: E501 - a page has one paragraph a line

NEWS = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour towns agree on winter ferry - The Harbour Gazette</title>
<meta property="og:title" content="Harbour towns agree on winter ferry | The Harbour Gazette">
<meta property="og:site_name" content="The Harbour Gazette">
<link rel="canonical" href="https://www.harbourgazette.example/2025/03/07/ferry">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "Gazette"},
  {"@type": "NewsArticle", "headline": "Harbour towns agree on winter ferry",
   "datePublished": "2025-03-07T09:15:00+01:00", "dateModified": "2025-03-07T18:00:00.000Z",
   "author": [{"@type": "Person", "name": "Ada Stone"}, {"@type": "Person", "name": "Ben Field"}],
   "publisher": {"@type": "Organization", "name": "The Harbour Gazette"}}]}</script>
<style>p { margin: 0 }</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article>
<h1>Harbour towns agree on winter ferry</h1>
<p class="byline">By <a href="/ada">Ada Stone</a> and Ben Field</p><time datetime="2025-03-07">7 March 2025</time>
<figure><img src="https://pictures.example/ferry.png"><figcaption>The ferry at the quay. Photo: Port Authority</figcaption></figure>
<p>The two harbour towns of Northport and Eastquay agreed on Friday to keep a shared <b>ferry</b> running through the winter,
 ending a quarrel over its cost that had lasted since the autumn storms.</p>
<p>Under the agreement, Northport will pay for fuel and Eastquay for the crew. The ferry will sail three times a day,<br>and twice on Sundays, officials said.</p>
<p><a href="/mill">Also read: Paper mill threatens to move</a></p>
<h2>Costs shared by weight</h2>
<p>Freight will be charged by weight rather than by volume, which favours the paper mill on the northern shore. The mill employs four hundred people.</p>
<blockquote><p>It is cheaper than a bridge and quicker than a road, the mayor told reporters on the quay.</p></blockquote>
<ul><li>Three sailings on weekdays, at dawn, noon and dusk</li><li>Two sailings on Sundays, in the morning and at night</li></ul>
<table><tr><th>Town</th><th>Share</th></tr><tr><td>Northport</td><td>60%</td></tr></table>
<p>The councils will vote on the text next week, and both mayors said they expected a majority for it in spite of grumbling.</p>
</article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten islands for a long weekend</a></li></ul></aside></main>
<footer><p>© 2025 The Harbour Gazette. All rights reserved.</p></footer>
<script>document.write("never run")</script></body></html>
"""

FRENCH = """<html lang="fr"><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>Le bac restera en service cet hiver | Le Courrier du Port</title></head><body>
<div id="menu"><a href="/">Accueil</a> <a href="/une">À la une</a></div>
<div id="contenu"><h1>Le bac restera en service cet hiver</h1>
<p class="meta">Publié le 7 mars 2025 à 18h05 par Claire Dubois</p>
<p>Les deux villes portuaires se sont mises d’accord vendredi pour maintenir le bac commun pendant l’hiver, mettant fin à une querelle née après les tempêtes de l’automne.</p>
<p>L’une des villes paiera le carburant, l’autre l’équipage. « C’est moins cher qu’un pont », a déclaré la maire sur le quai devant les journalistes réunis.</p>
<p>Lire aussi : La papeterie menace de partir</p>
<p>Les conseils municipaux voteront la semaine prochaine, et les deux maires disent compter sur une large majorité malgré quelques réticences.</p>
</div><div id="pied">Tous droits réservés</div></body></html>
"""

DATA_ONLY = """<html lang="en"><head><title>Ferry talks resume</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry talks resume", "datePublished": "2025-03-09",
"articleBody": "The talks about the winter ferry resumed on Sunday after a pause of two days. Both sides said that they had brought new figures to the table.\\n\\nThe mill on the northern shore has asked for a seat at the table, which the eastern town refuses. A third round is planned for the end of the month in the hall of the port authority."}</script>
</head><body><div id="app"></div><p>Please enable JavaScript to read this page.</p></body></html>
"""
