"""The store's schema, version by version (Alembic); ``timeline.store.migrate`` runs it."""
