"""In the machine: everything that rounds decided is delivered, pending, or dropped with a reason, and nothing is given up."""
import sqlite3

log = sqlite3.connect("file:/var/lib/nhacviec/post/post.db?mode=ro", uri=True)
states = dict(log.execute("""
    SELECT state, count(*) FROM notice JOIN delivery USING (message) WHERE NOT is_copy GROUP BY state"""))
decided = log.execute("SELECT count(*) FROM notice").fetchone()[0]
print("decided", decided, "of which", states)
assert decided == sum(states.values()), "decided and in no state"
assert states.get("dead", 0) == 0, "given up"
