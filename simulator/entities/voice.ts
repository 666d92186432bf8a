export interface Voice {
  provider?: string;
  voiceId?: string;
  model?: string;
}

export interface Transcriber {
  provider?: string;
  model?: string;
  language?: string;
}

/** The voice assistant of a workspace: at most one. */
export interface VoiceIntegration {
  id: number;
  workspaceId: number;
  assistant: string;
  firstMessage: string | null;
  prompt: string | null;
  voice: Voice;
  transcriber: Transcriber;
  fallbackVoices: Voice[];
  fallbackTranscribers: Transcriber[];
  numberId: number | null;
}

/** A call that has been. It outlives its workspace. */
export interface CallLog {
  id: number;
  company: string;
  workspaceId: number;
  costTotal: number;
  stt: number;
  llm: number;
  tts: number;
  vapi: number;
  durationSeconds: number;
  customerNumber: string;
  assistant: string;
  summary: string;
  vapiCallId: string;
  createdAt: string;
}
