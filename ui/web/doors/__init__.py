"""Who comes in: signing in, the visitor of each request, requests from elsewhere."""
