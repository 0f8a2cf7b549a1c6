"""Questionnaires by Spark's `pipe`, as a chamber of commerce with many of them would run it.

    pip install pyspark        # and a Java runtime, 17 or newer
    python3 spark.py PROGRAM LINES.jsonl [PARTITIONS]

PROGRAM is target/release/assessor; it finds the rules from the working directory. Spark starts
it once for each partition. The reports must be those of a single run, line by line.
"""

import shlex
import subprocess
import sys
import time
from pathlib import Path

from pyspark.sql import SparkSession

program, lines = sys.argv[1], sys.argv[2]
partitions = int(sys.argv[3]) if len(sys.argv) > 3 else 8
project = Path(__file__).resolve().parents[2]
command = [program, "assess", "--stream", "--on", "2026-11-23", "--rules", str(project / "rules")]
# `assess` ends with 1 where some lines were refused; to Spark that would be a failed partition.
tolerant = ["sh", "-c", f"{shlex.join(command)}; test $? -le 1"]

spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
began = time.monotonic()
# repartition() would deal the lines out anew; parallelize cuts them in order.
answers = Path(lines).read_text().splitlines()
piped = spark.sparkContext.parallelize(answers, partitions).pipe(shlex.join(tolerant), checkCode=True).collect()
took = time.monotonic() - began
spark.stop()

with open(lines) as standard_input:
    alone = subprocess.run(command, stdin=standard_input, capture_output=True, text=True).stdout.splitlines()
assert piped == alone, "the partitions say something else than a single run"
print(f"{len(piped)} reports in {took:.1f} s by {partitions} partitions on 2 cores, the same as by one run")
