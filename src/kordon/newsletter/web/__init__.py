"""The pages of the newsletter: they work without script, set no cookie, and load nothing but their style."""
