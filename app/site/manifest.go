package site

import (
	"encoding/json"

	explorer "icsexplorer/app/page"
)

// Colours of the explorer before its style sheet is there, and around it.
const (
	backgroundColor = "#fbfaf7"
	themeColor      = "#0b5a6e"
)

type icon struct {
	Src     string `json:"src"`
	Type    string `json:"type"`
	Sizes   string `json:"sizes"`
	Purpose string `json:"purpose,omitempty"`
}

// manifest describes the explorer to a browser that can install it. go-app's own
// has "/" for its scope, wherever the site is; here everything is relative.
func (s *Site) manifest() ([]byte, error) {
	return json.MarshalIndent(struct {
		Name            string `json:"name"`
		ShortName       string `json:"short_name"`
		Description     string `json:"description"`
		ID              string `json:"id"`
		StartURL        string `json:"start_url"`
		Scope           string `json:"scope"`
		Display         string `json:"display"`
		Lang            string `json:"lang"`
		BackgroundColor string `json:"background_color"`
		ThemeColor      string `json:"theme_color"`
		Icons           []icon `json:"icons"`
	}{
		Name:            explorer.Name,
		ShortName:       explorer.Name,
		Description:     description,
		ID:              "./",
		StartURL:        "./",
		Scope:           "./",
		Display:         "standalone",
		Lang:            "en-GB",
		BackgroundColor: backgroundColor,
		ThemeColor:      themeColor,
		Icons: []icon{
			{Src: s.names["/web/icon.svg"], Type: "image/svg+xml", Sizes: "any"},
			{Src: s.names["/web/icon-192.png"], Type: "image/png", Sizes: "192x192"},
			{Src: s.names["/web/icon-512.png"], Type: "image/png", Sizes: "512x512"},
			{Src: s.names["/web/icon-512.png"], Type: "image/png", Sizes: "512x512", Purpose: "maskable"},
		},
	}, "", "  ")
}
