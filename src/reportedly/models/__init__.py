"""Shipped weights, one folder a model, each with its card: data, scores, limits, licences, hashes.

Data only: `language.encoder` runs them. How each was made lies in `training/`.
"""
