"""The phrases by which the furniture of a page is known, as patterns, a group of languages a paragraph."""

# Pointers to other articles: the phrase alone, or before a colon.
POINTERS = r"""
also read|read also|read more(?: (?:on|about|at|from)\b.*)?|read next|read the full (?:story|article)|see also
see more|up next|next article|previous article|next post|previous post
related|related (?:articles?|stor(?:y|ies)|news|posts?|coverage|reading|topics?|links?|content|tags?)
you (?:may|might) (?:also )?(?:like|be interested in)|don['’]t miss|must[- ]read
more (?:on this(?: story| topic)?|from [\w .&'’-]{2,40}|stories|news|like this|to explore|in [\w &]{2,30})
most (?:read|popular|viewed|shared)|trending(?: now| stories)?|top stories
latest (?:news|stories|posts|articles|headlines)
recommended(?: (?:for you|reading|stories|articles))?|editor['’]?s['’]? picks?
popular (?:posts|articles|stories)|in this article|on this page|keep reading|continue reading|watch
watch (?:also|more|now|live|the video)|listen(?: to (?:this article|the podcast))?|explore more
lire aussi|à lire(?: aussi| également)?|voir aussi|sur le même (?:sujet|thème)
articles? (?:liés?|similaires?|connexes?)|les plus lus|à la une|lire la suite|pour aller plus loin
lesen sie (?:auch|mehr|weiter|dazu)|auch interessant|mehr zum thema|zum thema|siehe auch|weiterlesen
das könnte sie(?: auch)? interessieren|meistgelesen|mehr dazu|ähnliche artikel
lea también|lee también|leer más|te puede interesar|también te puede interesar|le puede interesar
noticias relacionadas|lo más (?:leído|visto)|más información|artículos relacionados|seguir leyendo
leggi anche|leggi tutto|potrebbe interessarti|articoli correlati|i più letti|continua a leggere
leia (?:também|mais)|veja (?:também|mais)|saiba mais|notícias relacionadas|mais lidas|artigos relacionados
lees ook|lees (?:meer|verder)|meer (?:over|lezen)|gerelateerd|läs (?:också|mer|även|vidare)|relaterat|les også
les mer|læs også|læs mere|lue (?:myös|lisää)
читайте также|читайте далее|читать (?:далее|также|ещё|еще)|смотрите также|по теме|материалы по теме
самое читаемое|другие новости|читайте також|дивіться також|читати далі
czytaj (?:także|też|również|więcej|dalej)|zobacz (?:także|też|również|więcej)|przeczytaj (?:także|też|również)
polecamy|čtěte také|čtěte dále|přečtěte si (?:také|i)|související články|olvassa el ezt is|kapcsolódó cikkek?
citește și|citeşte şi|vezi și|διαβάστε επίσης|δείτε επίσης|ilgili haberler|ayrıca (?:okuyun|bakınız)
bunlar da ilginizi çekebilir|baca juga|artikel terkait|lihat juga|xem thêm|bài liên quan|tin liên quan
اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|بیشتر بخوانید|همچنین بخوانید|यह भी पढ़ें|ये भी पढ़ें
इसे भी पढ़ें|আরও পড়ুন|מאמרים קשורים|קראו גם
関連記事|関連ニュース|あわせて読みたい|合わせて読みたい|おすすめ記事|こちらもおすすめ|続きを読む|相关阅读
相关新闻|相關新聞|延伸阅读|延伸閱讀|推荐阅读|更多新闻|관련기사|관련 기사|함께 보면 좋은 기사|더보기
"""

# Things to press, offers and notices: the line begins with the phrase.
BEGINNINGS = r"""
(?:join|follow) (?:us\b|now$|whatsapp|telegram|the (?:conversation|discussion|channel)|(?:me|@\w+) on)
(?:join|follow) our (?:\w+ ){0,2}(?:channel|group|newsletter|community|page|telegram|whatsapp)|subscribe\b
subscribed$|unsubscribe|sign (?:up|in|out)\b(?! the)|log ?(?:in|out)$|register (?:now|here|for free)
create (?:an |your )?(?:free )?account
share (?:this|on|via|with|to (?:facebook|twitter|x|whatsapp))|share$|tweet(?: this)?$|retweet$|pin it
whatsapp$|telegram$|facebook$|twitter$|x$|linkedin$|reddit$|pinterest$|instagram$|youtube$|email(?: this.*)?$
e-mail$|print(?: this.*)?$|copy link|copied|link copied|save(?: for later| article)?$|bookmark|like this:
loading\.{0,3}|like$|comments?(?: \(?\d+\)?)?$|\d+ comments?$|no comments|leave a (?:comment|reply)
post a comment|add a comment|view (?:all )?comments|be the first to comment|cancel reply
\d+ (?:shares?|views?|likes?|reads?)$|report (?:an )?(?:error|ad)|send feedback
advertis(?:ement|ing)s?\b(?!.* (?:said|is|was|has|will)\b)|advertorial$|sponsored(?: (?:content|by .*|post))?$
promoted(?: content)?$|ad$|ads by|story continues below|article continues (?:below|after)
scroll (?:down )?to continue|remove ads|paid (?:content|post)$|this ad will|skip ad
(?:we|this (?:web)?site|our (?:web)?site|by continuing)\b.{0,40}\bcookies?|accept (?:all|cookies)|reject all
cookie (?:policy|settings|preferences)|manage (?:cookies|preferences|consent)|privacy policy
terms (?:of (?:use|service)|and conditions|& conditions)|all rights reserved|copyright (?:©|ⓒ|\(c\)|\d)|[©ⓒ]|\(c\) \d{4}
(?:source|quelle|fuente|fonte|bron|źródło|источник|المصدر|来源|來源|출처|出典)\s*[:：](?=.{0,60}$)
do not sell|continue reading the main story|a version of this article appear(?:s|ed) in print
do you have an opinion on the issues raised|for (?:all )?the latest\b.{0,60}\b(?:download|follow|visit|click|app)\b
skip to (?:main )?(?:content|navigation)|jump to|back to (?:top|home)|go to (?:top|home)|menu$|home$|search$
close$|open (?:menu|in app)|toggle|breadcrumb|you are here|next$|previous$|prev$|more$|show (?:more|less|all)$
view (?:all|more)$|load more|see all(?=.{0,30}$)|click here|tap here|swipe|table of contents$|contents$|contact us$
about us$|help$|newsletters?$|(?:get|download) (?:the|our) (?:free )?(?:\w+ )?app\b|get it on google play
available on the app store|download (?:now|pdf)|enable (?:javascript|notifications)|please enable|your browser
javascript is|turn on (?:desktop )?notifications
get (?:our|the) (?:\w+ ){0,3}(?:newsletter|alerts?|headlines|briefing)\b|(?:enter|your) e-?mail(?: address)?
no spam|thank you for (?:reading|subscribing)|thanks for (?:reading|subscribing)
support (?:our|independent) journalism|become a (?:member|subscriber|supporter)|donate(?: now)?$
already (?:a subscriber|have an account)
(?:this|the) article (?:was|is) (?:originally |first )?published (?:on|in|by|at)\b
(?:tags?|filed under|topics?|categor(?:y|ies)|posted in|keywords|labels?|tagged(?: with)?|hashtags?)\s*:
\d+ ?min(?:ute)?s?\.? (?:read|listen|ago)|reading time|estimated reading
\d+ (?:hours?|days?|minutes?|weeks?) ago$
partager\b(?=.{0,40}$)|s['’]abonner|abonnez-vous|inscrivez-vous|suivez-nous|rejoignez(?:-nous)?|publicité
imprimer$|commentaires?(?: \(?\d+\)?)?$|accepter les cookies|tous droits réservés|mentions légales
temps de lecture|se connecter|haut de page|retour à l['’]accueil
teilen$|artikel teilen|jetzt (?:abonnieren|anmelden|teilen|testen)|abonnieren|newsletter\b(?=.{0,60}$)|anzeige$
werbung$|drucken$|kommentare?(?: \(?\d+\)?)?$|kommentar schreiben|alle rechte vorbehalten
datenschutz(?:erklärung)?$|impressum$|cookie-einstellungen|lesezeit|zur startseite|nach oben|merken$
folgen sie uns|schlagworte|\d+ min\.? lesezeit
compartir\b(?=.{0,40}$)|comparte\b(?=.{0,40}$)|suscr[íi]bete|suscribirse|s[íi]guenos|publicidad|imprimir$
comentarios?(?: \(?\d+\)?)?$|todos los derechos reservados|aceptar (?:las )?cookies
política de (?:cookies|privacidad)|tiempo de lectura|únete a|etiquetas\s*:|iniciar sesión|volver arriba
condividi\b(?=.{0,40}$)|iscriviti|abbonati|seguici|pubblicità$|stampa$|commenti?(?: \(?\d+\)?)?$
tutti i diritti riservati|tempo di lettura|compartilhe?(?:ar)?\b(?=.{0,40}$)|assine|inscreva-se|siga-nos
publicidade|todos os direitos reservados|tempo de leitura
deel dit|delen$|abonneer|advertentie$|reacties?$|alle rechten voorbehouden|leestijd|dela$|prenumerera|annons$
dela artikeln|del$|abonner|annonse$|annonce$|alla rättigheter
поделиться|подписаться|подпишитесь|подписывайтесь|реклама$|комментари(?:и|ев|й)(?: \(?\d+\)?)?$
все права защищены|присоединяйтесь|время чтения|поділитися|підписатися|підписуйтесь|реклама|коментарі$
усі права захищені|теги\s*:|версия для печати|наш telegram
udostępnij|subskrybuj|zapisz się|reklama$|komentarze(?: \(?\d+\)?)?$|wszelkie prawa zastrzeżone|obserwuj nas
dołącz do|czas czytania|sdílet$|inzerce$|odebírat|diskuse$|všechna práva|paylaş$|abone ol|yorumlar?$|tüm hakları
reklam$|bizi takip|bagikan|ikuti kami|iklan$
شارك|مشاركة$|اشترك|تابعنا|إعلان$|جميع الحقوق محفوظة|تعليقات?$|साझा करें|शेयर करें|विज्ञापन|हमें फॉलो|सब्सक्राइब
שתפו
シェアする?$|ツイート$|広告$|ログイン|会員登録|無料会員|フォローする|印刷$|コメント(?:\d+件)?$|無断転載
分享(?:到.*)?$|广告$|廣告$|订阅|訂閱|关注我们|責任編輯|责任编辑|版权所有|关键词\s*[:：]|評論$|评论$|공유하기|구독|광고$
무단 ?전재|저작권자|댓글
"""

# Headings above what readers wrote, a number before or after them.
COMMENTS = r"""
(?:\d+ |no |all |reader |readers['’] |latest |recent )?(?:comments?|responses|replies|reactions?|thoughts? on .*)
leave a (?:comment|reply)(?: cancel reply)?|post (?:a|your) comment|add (?:a|your) comment
join the (?:conversation|discussion)|share your (?:thoughts|comments?|voice)|discussion|what do you think
(?:\d+ |aucun )?(?:commentaires?|réactions?)|laisser un commentaire|vos (?:commentaires|réactions)|(?:ré)?agir
(?:\d+ |keine )?(?:kommentare?|leserkommentare|leserbriefe|reaktionen)|(?:einen )?kommentar schreiben
kommentar hinterlassen|diskussion|ihre meinung|diskutieren sie mit
(?:\d+ )?(?:comentarios?|respuestas)|deja (?:un comentario|una respuesta)
(?:\d+ )?comentários|deixe (?:um comentário|uma resposta)
(?:\d+ )?commenti|lascia un commento|(?:\d+ )?(?:reacties|opmerkingen)|(?:geef|plaats) een reactie
(?:\d+ )?(?:kommentarer|kommentaarit|komentarze|komentáře|komentárov|hozzászólások|yorumlar|comentarii)
(?:\d+ )?(?:комментари(?:и|ев|й)|коментар(?:і|и|ів)|обсуждение|σχόλια|تعليقات|التعليقات|評論|评论|コメント|댓글)
"""

# Labels of dates; the line must hold a date as well.
UPDATED = r"""
(?:last |article )?(?:updated|modified|edited|revised)|update|mis à jour|mise à jour|modifié|aktualisiert
zuletzt (?:aktualisiert|geändert)|stand|actualizado|última actualización|aggiornato|ultimo aggiornamento
atualizado|laatst bijgewerkt|bijgewerkt
uppdaterad|oppdatert|opdateret|обновлено|изменено|оновлено|aktualizacja|zaktualizowano|aktualizováno|güncelleme
son güncelleme|güncellendi|frissítve|actualizat|ενημερώθηκε|diperbarui|آخر تحديث|تحديث|अपडेटेड|अद्यतन|最終更新
更新(?:日時?|时间|時間)?|수정|최종수정
"""

PUBLISHED = r"""
(?:first |originally )?(?:published|posted|issued|released|created)|publication date|date|for immediate release
publié|publiée|veröffentlicht|erschienen|datum|publicado|fecha|pubblicato|data|gepubliceerd|publicerad|publisert
publiceret|udgivet|опубликовано|дата|опубліковано|opublikowano|data publikacji
publikováno|yayınlanma(?: tarihi)?|közzétéve|publicat|δημοσιεύθηκε|dipublikasikan|نشر|تاريخ النشر|प्रकाशित
公開(?:日時?)?|掲載|発表|发布(?:时间|日期)?|發布時間|입력|등록
"""
