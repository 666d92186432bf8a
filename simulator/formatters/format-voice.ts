import type { CallLog, VoiceIntegration } from "../entities/voice";

export const formatVoiceIntegration = ({ numberId, workspaceId, ...voice }: VoiceIntegration) => ({
  ...voice,
  workspace_id: workspaceId,
  number_id: numberId,
});

export const formatCallLog = (log: CallLog) => ({
  id: log.id,
  cost_total: log.costTotal,
  stt: log.stt,
  llm: log.llm,
  tts: log.tts,
  vapi: log.vapi,
  duration_seconds: log.durationSeconds,
  customer_number: log.customerNumber,
  assistant: log.assistant,
  summary: log.summary,
  vapi_call_id: log.vapiCallId,
  workspace_id: log.workspaceId,
  created_at: log.createdAt,
});
