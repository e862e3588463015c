"""What makes an English statement lean on what came before it, as patterns without case."""

_SOURCES = (
    r"(?:authors?|researchers?|columnists?|commentators?|contributors?|writers?|stud(?:y|ies)"
    r"|surveys?|reports?|articles?|journals?|papers?|magazines?|newsletters?|blogs?|podcasts?"
    r"|guides?|consultancy|consultants|consulting\sfirm|agency|site|website|roundtable|panel|poll"
    r"|review|observatory|experiments?|sample|respondents|interviewees|abstract|note|institute"
    r"|professors?|analysts?)"
)
_THINGS = (
    r"(?:airline|approach|argument|bot|company|concept|debate|difference|effect|firm|founder|group"
    r"|idea|latter|former|list|measure|method|model|opposite|others?|panel|problem|programme"
    r"|project|remedy|rest|results?|rise|role|rule|same|scheme|solution|steps?|task|team|term"
    r"|test|title|tool|tribunal|author|magazine|columnist|phrase|post|position|exercise|article"
    r"|study|survey|advice|answer|conclusion|reasons?|causes?|example|evidence|findings?|figures?"
    r"|gap|sum|order|rating|scale|scores?|sequence|stages?|text|topic|work)(?:['’]s?)?"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_POST = r"(?:officer|director|leader|manager|head|board|firm)"
_RANK = (
    r"(?:first|second|third|fourth|fifth|sixth|last|next|final|other|following|previous|preceding"
    r"|remaining|main|whole|entire|new|old)"
)
# "the study" is known from before, "the study of small firms" is named here.
_UNNAMED = (
    r"(?!\s(?:of|by|from|that|which|who|whose|to|for|in|on|between|with|at|behind)\b)"
    r"(?!\s(?-i:[A-Z]))"
)
_THIS = r"(?:this|that|these|those)"

OPENINGS = (
    r"(?:he|she|it|they|this|these|those|such|that|his|her|its|their|either|another|others?|here"
    r"|both(?=\s(?!\w+\sand))|neither(?=\s\w+\s(?:is|has|was))|none|one(?=\s(?:of|is|has|says|must"
    r"|can|should|may|way)\b)|there(?=\s(?!is|are|was|were|must|should|can))|the\sothers?|each"
    r"(?=\s(?:has|is|of))|(?:most|some|all)\sof\sthem)\b",
    r"(?:also|too|moreover|furthermore|however|but|and|so|thus|therefore|yet|then|instead|hence"
    r"|still|meanwhile|finally|lastly|conversely|nor|or|similarly|likewise|otherwise|nevertheless"
    r"|nonetheless|besides|accordingly|consequently|indeed|overall|rather|next|afterwards|later"
    r"|again|even\sso|that\ssaid|above\sall|either\sway|what\sfollows|worse(?=,)|better(?=,))\b",
    r"(?:by\scontrast|in\scontrast|for\s(?:example|instance)|as\sa\sresult|in\s(?:addition|short"
    r"|fact)|on\sthe\s(?:other|one|contrary)|at\sthe\ssame\stime|among\s(?:them|these|those)"
    r"|of\s(?:these|those|the)|with(?:out)?\s(?:it|them))\b",
    rf"(?:in|at|for|to|with|without)\s(?:{_THIS}|such)\b",
    r"(?:first|second|third|fourth|fifth|firstly|secondly|thirdly|last|lastly)\b(?!-)",
    r"two\s(?:others?|more)\b",
    r"(?:yes|no|well|sure|of\scourse|unfortunately|if\s(?:so|not)|even\sif)\b(?=,)",
    r"(?:in|for|with|without|at|on|by|to|from|as|after|before)\b[^,]*,\s(?:he|she|they|it)\b",
    rf"the\s{_POST}(?!\w){_UNNAMED}",
    rf"(?:the|its)\s{_RANK}\s\w+{_UNNAMED}",
    rf"the\s{_NUMBER}\s(?:\w+\s)?\w+{_UNNAMED}",
    rf"the\s(?:\w+\s)?{_THINGS}(?!\w){_UNNAMED}",
    r"\w+['’]s?\s(?:answer|advice|reply|inspiration|remedy|second|other|next)\b",
)
ORDERS = (
    r"(?:make|take|use|ask|start|give|keep|let|build|create|define|do|don['’]t|be|get|put|set|find"
    r"|look|think|consider|remember|avoid|choose|include|ensure|focus|identify|listen|measure|track"
    r"|reward|borrow|begin|call|check|compare|connect|count|decide|encourage|establish|explain"
    r"|follow|gather|go|help|hire|hold|imagine|invite|involve|know|learn|list|map|meet|note|offer"
    r"|pick|plan|read|share|show|speak|stop|talk|tell|test|train|treat|try|turn|understand|wait"
    r"|walk|watch|write|never|always|please|see|click)\s",
)
ANYWHERE = (
    r"^[^,]{0,25}\bthen\b",
    rf"\bthe\ssame\s(?:{_SOURCES}|time|way|period|text|year|source|page)\b",
    rf"\b(?:the|{_THIS})\s(?:{_NUMBER}\s)?{_SOURCES}(?:['’]s?)?(?=[\s.,;:]){_UNNAMED}",
    r"\b(?:also|the\sabove|aforementioned|the\s(?:latter|former)|another\sof|a\s(?:second|fourth)"
    r"|as\sits\s\w+|likewise|mentioned|see\s|further\s(?:down|up|on)|(?:this|the)\s(?:page|list))\b",
    r"\b(?:most|all|some|many|each|both|one|none|either|any)\sof\sthem\b|\beach\sof\sthe\s\w+\s\w+[.,]",
    r"\bthat\s(?-i:[A-Z]{2,})\b|\bthe\s(?:new|old)\s(?:structure|rule|system|approach|model|role)\b(?!\s(?:of|for|to)\b)",
    r"\b(?:people|operations|departments|teams|firms|companies|customers|functions)\sconcerned\b",
    r"\b(?:see|shown|described|said|listed|given|as)\s(?:above|below)\b",
    r"\b(?:too|as\swell)(?=[,.])",
    r"\b(?:(?-i:I|us)|we|our|you|your|my|me)\b",
    r"\b(?:therefore|however|nonetheless|nevertheless|thus|moreover|furthermore|in\sturn)\b",
    r"^[^,]*\bthis\s\w+|\bsuch\san?\s",
    r"\b(?:since|because|as|but|and|while|when|that)\sthe\ssame\s\w+",
    r"\b(?:these|those)\s(?!(?:who|of|that|with|aged|which|given|in|whose)\b)\w+",
    r"\b(?:in|of|for|to|on|with|at|from|by|states)\sthat\s\w+|\bthat\s\w+[.,]",
    r"\b(?:an)?other\s(?:piece|point|difference|reason|step|cause|way|word|finding|risk)\b",
)
