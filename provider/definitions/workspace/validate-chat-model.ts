import { type Declared } from "../../lifecycle/definition/definition";
import { containsUnknown } from "../../lifecycle/engine/unknown";

/** Providers with which LumenOne empties the model of a chat in each update (upstream). */
const withoutModel: Readonly<Record<string, string>> = {
  "anythingllm-router": "the router chooses the model",
  default: "the instance's default provider has its own model",
};

/** Refuses a model beside a provider that empties it: LumenOne would never have what is declared. */
export function validateChatModel({ inputs, given, problems }: Declared): void {
  const { chatModel } = inputs;
  const provider = given["chatProvider"];
  if (chatModel === undefined || chatModel === null || containsUnknown(chatModel)) return;
  if (typeof provider !== "string" || !Object.hasOwn(withoutModel, provider)) return;
  problems.add(
    "chatModel",
    `cannot be set beside this chatProvider: ${withoutModel[provider]}, and LumenOne empties the field (upstream)`,
    "Leave chatModel out, or name the provider that has the model.",
  );
}
