"""Kawat."""
