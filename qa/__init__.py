"""How is it answered? From hits to an answer whose every sentence is cited.

The way of one question: `chain` -> `following` (self-contained?) -> evidence from the index ->
`extractive`, by `candidates`, `ranking` and `abstention`, or a `chat` model -> a draft ->
`checking`, by `quoting` and `claims` -> an `answer`.
"""
