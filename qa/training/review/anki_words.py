"""What a card looks like in Anki, and what is said on it."""

from corpus.wording import Wording

DECK = Wording("Customer experience", "Expérience client")
NOTE_TYPE = Wording("cxlit (English)", "cxlit (français)")
LABELS = {
    "why": Wording("Why", "Pourquoi"),
    "quote": Wording("In the source", "Dans la source"),
    "marked": Wording("Marked passages", "Passages marqués"),
}
FRONT = """<div class="question">{{Question}}</div>
{{#Shown}}<blockquote>{{Shown}}</blockquote>{{/Shown}}
{{#Options}}<div class="options">{{Options}}</div>{{/Options}}"""
BACK = """{{FrontSide}}
<hr id="answer">
{{#Answer}}<div class="answer">{{Answer}}</div>{{/Answer}}
{{#Why}}<p class="why"><b>[why]</b> {{Why}}</p>{{/Why}}
<p class="label">[quote]</p>
<blockquote class="quote">{{Quote}}</blockquote>
{{#Source}}<p class="source">{{Source}}</p>{{/Source}}"""
STYLE = """.card { font: 18px/1.5 Georgia, serif; max-width: 40em; margin: 0 auto; padding: 1em;
  text-align: left; color: #1d2329; background: #fdfcfa; overflow-wrap: anywhere; }
.question { font-size: 1.15em; }
blockquote { margin: .8em 0; padding: .1em 0 .1em 1em; border-left: 3px solid #17595c; }
.options li { margin: .3em 0; }
.answer { font-size: 1.15em; font-weight: bold; color: #17595c; }
.label, .source { font-size: .85em; color: #59626c; }
mark { background: #ffe8a3; color: #2b2205; }
a { color: #17595c; }
.nightMode.card, .nightMode .card { color: #e7e9ea; background: #14181b; }
.nightMode blockquote { border-color: #7cc7c3; }
.nightMode .answer, .nightMode a { color: #7cc7c3; }
.nightMode .label, .nightMode .source { color: #a3adb5; }
.nightMode mark { background: #5c4a10; color: #fff4cf; }"""
