// A tenant: an organization with a workspace, a tool and a phone assistant.
package main

import (
	"pulumi-lumenone/sdk/go/lumenone"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		acme, err := lumenone.NewOrganization(ctx, "acme", &lumenone.OrganizationArgs{
			Name:         pulumi.String("Acme Inc."),
			ForceDestroy: pulumi.Bool(true),
		})
		if err != nil {
			return err
		}
		support, err := lumenone.NewWorkspace(ctx, "support", &lumenone.WorkspaceArgs{
			Organization:     acme.Slug,
			OpenAiPrompt:     pulumi.String("You help the customers of Acme."),
			VectorSearchMode: lumenone.WorkspaceVectorSearchModeRerank,
			TopN:             pulumi.Int(6),
		})
		if err != nil {
			return err
		}
		crm, err := lumenone.NewOrganizationTool(ctx, "crm", &lumenone.OrganizationToolArgs{
			Organization: acme.Slug,
			Type:         pulumi.String("apiRequest"),
			Config: pulumi.Map{
				"url":   pulumi.String("https://crm.example.com"),
				"token": pulumi.ToSecret(pulumi.String("example-token")),
			},
		})
		if err != nil {
			return err
		}
		_, err = lumenone.NewToolAttachment(ctx, "support-crm", &lumenone.ToolAttachmentArgs{
			Workspace: support.Slug,
			Tool:      crm.ToolId,
		})
		if err != nil {
			return err
		}
		_, err = lumenone.NewVoiceConfig(ctx, "support", &lumenone.VoiceConfigArgs{
			Workspace:    support.Slug,
			FirstMessage: pulumi.String("Hello, this is Acme."),
			Voice:        &lumenone.VoiceArgs{Provider: pulumi.String("vapi"), VoiceId: pulumi.String("Elliot")},
		})
		if err != nil {
			return err
		}
		ctx.Export("slug", support.Slug)
		return nil
	})
}
