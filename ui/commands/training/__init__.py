"""`cxlit train`: its commands, a module for each thing that people do."""
