import { createSimulator, type Simulator } from "../../../simulator/index";
import { callerOf } from "../../support/caller-of";

let now = Date.parse("2026-04-01T12:00:00.000Z");
let simulator: Simulator;
const call = callerOf(() => simulator);
const params = { slug: "support" };

const vapi = { provider: "vapi", voiceId: "Elliot" };
const elevenLabs = { provider: "11labs", voiceId: "any-voice", model: "eleven_turbo_v2_5" };
const deepgram = { provider: "deepgram", model: "nova-3", language: "en" };
const scribe = { provider: "11labs", model: "scribe_v1", language: "de" };

const provision = (body?: object) => call("provisionVoiceIntegration", { params, body });
const update = (body: object) => call("updateVoiceAssistantConfig", { params, body });
const read = () => call("getVoiceAssistantConfig", { params });

beforeAll(async () => {
  simulator = await createSimulator({
    clock: () => now,
    seed: {
      apiKeys: ["our-key", { key: "their-key", company: "them" }],
      organizations: [{ name: "Acme" }, { name: "Beta" }],
      workspaces: [
        { organization: "acme", name: "Support" },
        { organization: "acme", name: "Sales" },
      ],
      numbers: [{ organization: "acme" }, { organization: "acme" }, { organization: "beta" }],
    },
  });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

describe("a voice assistant", () => {
  test("is not there until it is provisioned, and then has defaults", async () => {
    expect((await read()).status).toBe(404);
    expect((await update({ prompt: "x" })).status).toBe(404);
    const made = await provision();
    expect(made.body.voiceIntegration).toEqual({
      id: 1,
      assistant: "asst_1",
      workspace_id: 1,
      firstMessage: null,
      prompt: null,
      voice: vapi,
      transcriber: deepgram,
      fallbackVoices: [],
      fallbackTranscribers: [],
      number_id: null,
    });
    expect((await read()).body).toEqual(made.body);
    expect((await provision({})).status).toBe(409);
  });

  test("is provisioned with everything", async () => {
    const all = {
      firstMessage: "Hello",
      prompt: "Be kind",
      voice: elevenLabs,
      transcriber: scribe,
      fallbackVoices: [vapi],
      fallbackTranscribers: [deepgram],
      number_id: 1,
    };
    expect((await provision(all)).body.voiceIntegration).toMatchObject(all);
    const { body } = await call("listOrganizationNumbers", { params: { orgSlug: "acme" } });
    expect(body.numbers).toMatchObject([
      { id: 1, organization_id: 1, voice_integration_id: 1 },
      { id: 2, voice_integration_id: null },
    ]);
  });

  test.each([
    ["nothing", {}, ""],
    ["nothing that is known", { colour: "red" }, "firstMessage"],
    ["a text that is a number", { prompt: 7 }, "prompt"],
    ["a voice that is null", { voice: null }, "voice"],
    ["a voice of an unknown provider", { voice: { provider: "acme" } }, "voice.providers"],
    ["vapi without its voiceId", { voice: { provider: "vapi" } }, "voice.providers.vapi.voiceIds[].value"],
    ["vapi with an unknown voice", { voice: { provider: "vapi", voiceId: "Nobody" } }, "voice.providers.vapi.voiceIds"],
    ["vapi with a model", { voice: { ...vapi, model: "x" } }, "voice.model"],
    ["11labs without its voiceId", { voice: { ...elevenLabs, voiceId: undefined } }, "voice.voiceId"],
    ["11labs with an unknown model", { voice: { ...elevenLabs, model: "x" } }, "voice.providers.11labs.models[].value"],
    ["a model merged into vapi", { voice: { model: "eleven_turbo_v2_5" } }, "voice.model"],
    ["an unknown transcriber", { transcriber: { provider: "acme" } }, "transcriber.providers"],
    [
      "a transcriber without its language",
      { transcriber: { provider: "deepgram", model: "nova-3" } },
      "languages[].value",
    ],
    ["a model of another transcriber", { transcriber: { ...scribe, model: "nova-3" } }, "transcriber.providers.11labs"],
    ["a language of another model", { transcriber: { ...deepgram, language: "pt" } }, "languages[].value of nova-3"],
    ["a merged language of another model", { transcriber: { language: "pt" } }, "languages[].value of nova-3"],
    ["a fallback without a provider", { fallbackVoices: [vapi, { voiceId: "Elliot" }] }, "fallbackVoices[1].provider"],
    [
      "a fallback of another model",
      { fallbackTranscribers: [{ ...scribe, model: "x" }] },
      "fallbackTranscribers[0].model",
    ],
    ["a number of another organization", { number_id: 3 }, "number_id 3"],
    ["a number that is not there", { number_id: 9 }, "number_id 9"],
    ["number 0", { number_id: 0 }, "number_id"],
    ["no number, as nothing unlinks one", { number_id: null }, "number_id"],
  ])("refuses %s", async (_what, body, why) => {
    await provision({ voice: vapi, transcriber: deepgram });
    const response = await update(body);
    expect(response.status).toBe(400);
    expect((response.body as { message?: string }).message).toContain(why);
    expect((await read()).body.voiceIntegration).toMatchObject({ voice: vapi, transcriber: deepgram, number_id: null });
  });

  test("refuses the same when it is provisioned", async () => {
    expect((await provision({ voice: { ...vapi, model: "x" } })).status).toBe(400);
    expect((await read()).status).toBe(404);
  });

  test.each([
    ["keeps what is omitted", { prompt: "New" }, { firstMessage: "Hello", prompt: "New", voice: elevenLabs }],
    ["merges without a provider", { voice: { voiceId: "other" } }, { voice: { ...elevenLabs, voiceId: "other" } }],
    ["carries nothing over to another provider", { voice: vapi }, { voice: vapi }],
    ["merges a transcriber", { transcriber: { language: "fr" } }, { transcriber: { ...scribe, language: "fr" } }],
    ["replaces fallbacks", { fallbackVoices: [elevenLabs] }, { fallbackVoices: [elevenLabs] }],
    ["empties fallbacks", { fallbackVoices: [] }, { fallbackVoices: [] }],
    ["resets texts by null", { firstMessage: null, prompt: null }, { firstMessage: null, prompt: null }],
    ["links another number", { number_id: 2 }, { number_id: 2 }],
    ["may link its own number again", { number_id: 1 }, { number_id: 1 }],
  ])("%s", async (_what, body, after) => {
    const before = { firstMessage: "Hello", prompt: "Be kind", voice: elevenLabs, transcriber: scribe };
    await provision({ ...before, fallbackVoices: [vapi], number_id: 1 });
    expect((await update(body)).status).toBe(200);
    const { voiceIntegration } = (await read()).body;
    expect(voiceIntegration).toMatchObject(after);
    if ("voice" in after) expect(voiceIntegration.voice).toEqual(after.voice);
  });

  test("cannot have the number of another one", async () => {
    simulator.person.add("voiceIntegrations", { workspace: "sales", numberId: 1 });
    expect((await provision({ number_id: 1 })).status).toBe(409);
  });

  test("finds in the catalog what it can be", async () => {
    const { body } = await call("getVoiceCatalog");
    expect(body).toMatchObject({
      voice: {
        providers: {
          vapi: { voiceIds: expect.arrayContaining([{ value: "Elliot", label: "Elliot" }]) as unknown },
          "11labs": { models: expect.any(Array) as unknown },
        },
      },
      transcriber: { providers: { deepgram: {}, "11labs": {} } },
    });
  });
});

describe("numbers", () => {
  test.each([
    ["all of the account", {}, [1, 2, 3]],
    ["of an organization", { organization_id: 2 }, [3]],
    ["of an organization, with any scope", { organization_id: 1, scope: "whatever" }, [1, 2]],
  ])("%s", async (_what, query, ids) => {
    const { body } = await call("listNumbers", { params: query });
    expect(body.numbers.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    ["a scope without an organization", { scope: "all" }, 400],
    ["an organization that is not a number", { organization_id: "acme" }, 400],
    ["an organization that is not there", { organization_id: 99 }, 404],
  ])("not for %s", async (_what, query, status) => {
    expect((await call("listNumbers", { params: query })).status).toBe(status);
  });
});

describe("call logs", () => {
  beforeEach(() => {
    for (const day of [1, 2, 3, 4]) {
      now = Date.parse(`2026-04-0${day}T12:00:00.000Z`);
      simulator.person.phoneCall(day % 2 ? "support" : "sales", { durationSeconds: day });
    }
    simulator.person.add("callLogs", { workspace: "support", company: "them" });
  });

  test.each([
    ["all, newest first", {}, [4, 3, 2, 1]],
    ["of a workspace by its original slug", { workspace_slug: "support" }, [3, 1]],
    ["none for the hex form of a slug", { workspace_slug: "737570706f7274" }, []],
    ["a page", { limit: 2, offset: 1 }, [3, 2]],
    ["a page after the end", { offset: 9 }, []],
    ["from a time on", { after: "2026-04-03T12:00:00.000Z" }, [4, 3]],
    ["up to a time, in another zone", { before: "2026-04-02T14:00:00+02:00" }, [2, 1]],
    ["between two times", { after: "2026-04-02T00:00:00Z", before: "2026-04-03T00:00:00Z" }, [2]],
  ])("%s", async (_what, query, ids) => {
    const { body } = await call("listCallLogs", { params: query });
    expect(body.callLogs.map(({ id }) => id)).toEqual(ids);
  });

  test.each([[{ limit: 0 }], [{ limit: 501 }], [{ limit: "x" }], [{ offset: -1 }], [{ after: "yesterday" }]])(
    "400 for %j",
    async (query) => {
      expect((await call("listCallLogs", { params: query })).status).toBe(400);
    },
  );

  test("50 of them, where it is not said how many", async () => {
    for (let i = 0; i < 60; i++) simulator.person.phoneCall("sales");
    expect((await call("listCallLogs")).body.callLogs).toHaveLength(50);
    expect((await call("listCallLogs", { params: { limit: 500 } })).body.callLogs).toHaveLength(64);
  });

  test("of one workspace, in the form that is documented", async () => {
    const { body } = await call("listWorkspaceCallLogs", { params: { slug: "sales", limit: 1 } });
    expect(body.callLogs).toEqual([
      {
        id: 4,
        cost_total: 0.12,
        stt: 0.01,
        llm: 0.05,
        tts: 0.03,
        vapi: 0.03,
        duration_seconds: 4,
        customer_number: "+15551234567",
        assistant: "asst_0",
        summary: expect.any(String) as string,
        vapi_call_id: expect.any(String) as string,
        workspace_id: 2,
        created_at: "2026-04-04T12:00:00.000Z",
      },
    ]);
  });

  test("of another company stay with it", async () => {
    const { body } = await call("listCallLogs", { headers: { authorization: "Bearer their-key" } });
    expect(body.callLogs.map(({ id }) => id)).toEqual([5]);
  });
});
