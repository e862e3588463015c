"""The conversation drill: what people ask a chief customer officer, and the evidence."""
