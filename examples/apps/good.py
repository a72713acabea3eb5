"""Fails as an application should, with nothing but the standard library of Python."""

import http.client
import json
import os
import random
import sys
import time
import urllib.error
import urllib.request
from datetime import datetime, timezone

RETRIES = 2


class CallFailed(Exception):
    """An answer that is none, or not a whole one."""

    def __init__(self, status=None, headers=None):
        super().__init__(status)
        self.status = status
        self.request_id = headers.get("request-id") if headers else None
        self.retry_after = float(headers.get("retry-after") or 0) if headers else 0


def log(**entry):
    entry["at"] = datetime.now(timezone.utc).isoformat()
    with open(os.environ.get("APP_LOG", "app.log"), "a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")


def ask(question):
    request = urllib.request.Request(
        os.environ.get("ANTHROPIC_BASE_URL", "https://api.anthropic.com") + "/v1/messages",
        data=json.dumps(
            {
                "model": "claude-sonnet-5",
                "max_tokens": 500,
                "messages": [{"role": "user", "content": question}],
            }
        ).encode(),
        headers={
            "content-type": "application/json",
            "anthropic-version": "2023-06-01",
            "x-api-key": os.environ.get("ANTHROPIC_API_KEY", ""),
        },
    )
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        with error:
            raise CallFailed(error.code, error.headers) from error
    except OSError as error:
        raise CallFailed() from error
    with answer:
        try:
            message = json.load(answer)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise CallFailed(answer.status, answer.headers) from error
        text = "".join(block["text"] for block in message["content"] if block["type"] == "text")
        return text, answer.headers.get("request-id")


def ask_patiently(question):
    for retry in range(RETRIES + 1):
        try:
            return ask(question)
        except CallFailed as failure:
            is_transient = failure.status is None or failure.status == 200 or failure.status >= 429
            if not is_transient or retry == RETRIES:
                raise
            # A real application begins with a second.
            time.sleep(failure.retry_after or 0.06 * 2**retry * (1 + random.random() / 4))


try:
    text, request_id = ask_patiently("Which river flows through Vienna?")
    log(event="answered", requestId=request_id)
    print(text)
except CallFailed as failure:
    log(event="failed", status=failure.status, requestId=failure.request_id)
    print("The assistant cannot answer at the moment. Please try again in a few minutes.")
    sys.exit(1)
