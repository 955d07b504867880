"""The standard library through Go packages that are made of typeshed's stubs."""
