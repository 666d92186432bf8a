export interface PhoneNumber {
  id: number;
  organizationId: number;
  /** E.164. */
  number: string;
  country: string;
  numberType: string;
}

export interface NumberRequest {
  id: number;
  organizationId: number;
  country: string;
  numberType: string;
  status: "pending" | "approved" | "fulfilled" | "rejected" | "cancelled";
  numberId: number | null;
  createdAt: string;
}
