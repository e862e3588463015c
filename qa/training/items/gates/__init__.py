"""Gates: what each demands of a drafted item. What fails one is not used."""
