"""The inner tab of the path: placement, plan, competencies and worksheets."""
