import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    users = json.load(file)["items"]
objects = [{"id": user["configurationId"]["id"]} for user in users]
json.dump({"objects": {"user": objects}}, sys.stdout, indent=2)
