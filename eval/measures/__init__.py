"""The measures of answer quality, one family a file; `definitions` says what each one means."""
