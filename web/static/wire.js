// Talks to the server. A message that was lost on the way is sent again under the same id, so it counts once.
const PAUSES = [1000, 3000];
const PATIENCE = 40000;

export class Unreachable extends Error {}

export async function send(conversation, messageId, text) {
  const body = { conversation, message_id: messageId, text };
  for (const pause of [...PAUSES, null]) {
    try {
      return await post("/channels/web/messages", body);
    } catch (error) {
      if (pause === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

export function chooseCounty(conversation, messageId, county) {
  return post("/channels/web/county", { conversation, message_id: messageId, county });
}

export function askForMore(conversation) {
  return post("/channels/web/pending", { conversation });
}

async function post(address, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const content = await answer.json();
    if (Array.isArray(content.replies)) return content;
  } catch {
    throw new Unreachable();
  }
  throw new Unreachable();
}
