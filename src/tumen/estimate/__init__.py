"""Groups become dated answers with what they rest on."""
