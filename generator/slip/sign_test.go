package slip

import "testing"

func TestAllDashesAreOneSign(t *testing.T) {
	for text, want := range map[string]string{
		"Strong –": "Strong -", "−155": "-155", "a—b‑c": "a-b-c", "－1": "-1", "no dash_here": "no dash_here",
	} {
		if got := Signs(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
