"""The commands of `cxlit`, a file for each thing that people come to do."""
