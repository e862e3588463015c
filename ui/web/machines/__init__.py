"""The page for programs: an API and MCP tools."""
