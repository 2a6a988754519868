import json
import os

from pyspark.sql import SparkSession

command = "icws-schema check --rules recommended --format ndjson --ndjson -"
spark = SparkSession.builder.master("local[2]").getOrCreate()
lines = spark.sparkContext.textFile("users.ndjson", 4)
verdicts = lines.pipe(command, env={"PATH": os.environ["PATH"]}).map(json.loads)
invalid = lines.zip(verdicts).filter(lambda pair: not pair[1]["valid"])
for line, verdict in invalid.collect():
    print(verdict["codes"], verdict["pointers"], line[:40])
