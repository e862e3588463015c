"""How is the embedded model taught the field? Training, apart from the product.

`examples` (passages with their questions) -> `batches` of alike ones -> `task` (what one step
asks, and what is right) -> `model` reads -> `scoring` -> `losses` -> `training`, step by step.
`python -m index.adaptation` does all of it and writes what `index.adapter` reads.
"""
