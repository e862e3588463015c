watch("value", () => cxlit.answered(element));
