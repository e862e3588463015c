"""What the page stands on: a protocol for each desk, and the real desks behind them."""
