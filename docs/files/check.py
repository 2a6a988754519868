import json
import subprocess

body = {"callForwardAll": True, "externalCallTimeout": {"actualValue": 3000}}
command = ["icws-schema", "check", "--rules", "recommended", "--format", "json", "-"]
result = subprocess.run(command, input=json.dumps(body), capture_output=True, text=True)
if result.returncode == 2:
    raise SystemExit(result.stderr)
for problem in json.loads(result.stdout)["problems"]:
    print(problem["pointer"], problem["validator"], problem["message"])
