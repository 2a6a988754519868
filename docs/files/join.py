import duckdb

invalid = duckdb.sql("""
    SELECT line, codes, pointers, body
    FROM read_ndjson('verdicts.ndjson')
    JOIN (SELECT row_number() OVER () AS line, json AS body FROM read_ndjson_objects('users.ndjson')) USING (line)
    WHERE NOT valid
    ORDER BY line
""")
for line, codes, pointers, body in invalid.fetchall():
    print(line, codes, pointers, body[:40])
