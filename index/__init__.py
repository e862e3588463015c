"""How is it found? From an article to hits.

The way of one article: `library` -> `intake` (what is new?) -> `storage` -> `derived`, by
`cutting` and `building`, to a `segment` -> `merging`, now and then -> a `generation` on disk with
its `manifest` -> `publishing`. The way of one query: `library` -> `snapshot` over the `contents`
of all segments -> `hybrid`, over `fusion`, over the dense and lexical `searcher` -> hits.
"""
