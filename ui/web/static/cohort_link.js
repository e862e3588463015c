// Whoever comes by the link of an invitation need not copy its code.
const invited = new URLSearchParams(location.search).get("cohort");
if (invited) trigger("invited", { code: invited, at: Date.now() });
