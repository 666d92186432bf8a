import type { NumberRequest, PhoneNumber } from "../entities/number";
import type { Store } from "../store/store";

export const formatNumber = (store: Store, { id, organizationId, number, country, numberType }: PhoneNumber) => ({
  id,
  number,
  country,
  number_type: numberType,
  organization_id: organizationId,
  voice_integration_id: store.find("voiceIntegrations", (voice) => voice.numberId === id)?.id ?? null,
});

export const formatNumberRequest = ({ id, country, numberType, status, numberId, createdAt }: NumberRequest) => ({
  id,
  country,
  number_type: numberType,
  status,
  number_id: numberId,
  created_at: createdAt,
});
