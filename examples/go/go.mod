module lumenone-go

go 1.23

require (
	github.com/pulumi/pulumi/sdk/v3 v3.259.0
	pulumi-lumenone/sdk/go/lumenone v0.0.0
)

// Where `pulumi package add $(npx pulumi-lumenone plugin path)` puts the SDK.
replace pulumi-lumenone/sdk/go/lumenone => ./sdks/lumenone
