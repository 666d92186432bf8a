import type { Account } from "../entities/account";

export const formatAccount = ({ id, name, createdAt }: Account) => ({ id, name, createdAt });
