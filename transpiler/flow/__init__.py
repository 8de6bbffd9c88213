"""Control flow: which paragraphs are plain methods and which run behind the dispatcher."""
