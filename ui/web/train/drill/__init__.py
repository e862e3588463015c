"""The inner tab of the conversation drill."""
