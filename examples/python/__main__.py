"""A tenant: an organization with a workspace, a tool and a phone assistant."""

import pulumi
import pulumi_lumenone as lumenone

acme = lumenone.Organization("acme", name="Acme Inc.", force_destroy=True)
support = lumenone.Workspace(
    "support",
    organization=acme.slug,
    open_ai_prompt="You help the customers of Acme.",
    vector_search_mode=lumenone.WorkspaceVectorSearchMode.RERANK,
    top_n=6,
)
crm = lumenone.OrganizationTool(
    "crm",
    organization=acme.slug,
    type="apiRequest",
    config={"url": "https://crm.example.com", "token": pulumi.Output.secret("example-token")},
)
lumenone.ToolAttachment("support-crm", workspace=support.slug, tool=crm.tool_id)
lumenone.VoiceConfig(
    "support",
    workspace=support.slug,
    first_message="Hello, this is Acme.",
    voice={"provider": "vapi", "voice_id": "Elliot"},
)

listed = lumenone.get_workspaces_output(
    organization=acme.slug, opts=pulumi.InvokeOutputOptions(depends_on=[support])
)

pulumi.export("slug", support.slug)
pulumi.export("names", listed.workspaces.apply(lambda workspaces: [each.name for each in workspaces]))
