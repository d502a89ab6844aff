"""What Alembic runs a migration in: the connection and the transaction that ``timeline.store.migrate`` opened.

Tables are altered in batch mode, which SQLite needs.
"""

from __future__ import annotations

from alembic import context

from timeline.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
