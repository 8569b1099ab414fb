"""What the program knows, as data that a user can read, extend and replace.

In: the TOML files of this folder, of installed knowledge packs (entry points `reportedly.knowledge`, each naming a
folder) and of the folder in `REPORTEDLY_KNOWLEDGE`, later ones winning file by file. Out: plain dictionaries.
Refuses, with a `KnowledgeError` that names file and cause, what cannot be read.
"""

from reportedly.knowledge.loader import fingerprint, folders, load

__all__ = ["fingerprint", "folders", "load"]
