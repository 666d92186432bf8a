import * as lumenone from "pulumi-lumenone";

// The customer whose file has the stack's name: `pulumi up --stack acme`, or all of them: `pulumi-lumenone fleet up tenants`.
const tenant = lumenone.tenantOfStack("tenants");

export const organization = tenant.organization.slug;
