"""How is it found? From an article to hits.

The way of one article: `library` -> `intake` (what is new?) -> `building`, by `cutting` and
`embedding` -> a `generation` on disk -> `publishing`. The way of one query: `library` ->
`snapshot` -> `hybrid`, over `fusion`, over the dense and lexical `searcher` -> hits.
"""
