"""One file per page of the workbench."""
