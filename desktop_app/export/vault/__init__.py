"""Notes that link one another, for programs such as Obsidian and Logseq, or for none."""
